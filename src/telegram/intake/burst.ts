const windowMs = 50

/** Whether updates come faster than can be handled at once. */
export type Burst = { count: () => void; isOn: () => boolean }

/** A burst is on while more than `most` are counted in 50 ms; `onEnd` is called when it is over. */
export function createBurst(most: number, onEnd: () => void): Burst {
  let counted = 0
  let isOn = false
  const endWindow = () => {
    const wasOn = isOn
    isOn = counted > most
    counted = 0
    if (isOn) setTimeout(endWindow, windowMs)
    else if (wasOn) onEnd()
  }
  return {
    count() {
      if (++counted === 1 && !isOn) setTimeout(endWindow, windowMs)
      if (counted > most) isOn = true
    },
    isOn: () => isOn,
  }
}
