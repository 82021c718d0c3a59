/** What runs until it is stopped, or until Telegram ends it (`ended` then rejects). */
export type Running = { stop(): Promise<void>; ended: Promise<void> }
