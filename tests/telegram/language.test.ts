import { Api } from 'grammy'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startApp } from '../../src/app.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { createI18n, createTranslateInto } from '../../src/i18n/i18n.ts'
import { wordsForPerson } from '../../src/serving/languages.ts'
import { recordProblem } from '../../src/store/problems.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import { createProblemNotifier } from '../../src/telegram/admins/notify-problems.ts'
import { createNotifyTopicGone } from '../../src/telegram/notify-topic-gone.ts'
import { aConfig, admin, aRunningApp, type RunningApp, reader } from '../helpers/app.ts'
import { botSays, sayAs, token } from '../helpers/telegram.ts'

const translateInto = createTranslateInto(createI18n())
const latest = (language: string) => translateInto(language)('command-latest')
const olena = 3
const group = -1_000_077
const channel = -100_900_900

/** The app, with somebody in it whose Telegram is Ukrainian. */
async function aWorldWithOlena(options?: { headlines?: number }): Promise<RunningApp> {
  const running = await aRunningApp(options)
  running.world.addUser({ id: olena, is_bot: false, first_name: 'Олена', language_code: 'uk' })
  return running
}

function buttonsOf({ reply_markup }: { reply_markup?: object }): string[] {
  const rows: { text: string }[][] = Object(reply_markup).inline_keyboard ?? []
  return rows.flat().map(({ text }) => text)
}

/** Lets the next digest of these chats come now, with all the news, and gives what came to each. */
async function nextDigests({ app, world }: RunningApp, chatIds: readonly number[]) {
  const { db } = app
  const before = world.sent.length
  const due = { covered_through: 0, next_slot_at: Temporal.Now.instant().epochMilliseconds }
  await db.updateTable('subscription').set(due).where('chat_id', 'in', chatIds).execute()
  await app.catchUp()
  const open = () => db.selectFrom('delivery').select('id').where('state', '=', 'planned').execute()
  await expect.poll(open, { timeout: 10_000 }).toEqual([])
  const sent = world.sent.slice(before).map(({ chatId, messageId }) => ({
    chatId,
    message: world.history(chatId).find(({ message_id }) => message_id === messageId),
  }))
  return (chatId: number) =>
    sent.flatMap((each) => (each.chatId === chatId && each.message ? [each.message] : []))
}

describe('to somebody whose Telegram is Ukrainian', () => {
  it('answers each command in Ukrainian', async () => {
    const { world } = await aWorldWithOlena()
    const ask = sayAs(world, olena)
    for (const [command, answer] of [
      ['/time', 'Зараз ви не отримуєте дайджесту.'],
      ['/start', /^Вітаю\. Дайджест новин надходитиме щодня о 07:30 \(Europe\/Kyiv\)\. А ось/],
      ['/latest', /^\p{Lu}\p{Ll}+(?:ʼ\p{Ll}+)?, \d+ \p{Ll}+ 20\d\d р\. · 25 новин · \d+ хв\n/u],
      ['/latest sport', 'Не знаю, що тут означає «sport»'],
      ['/search Harbour', 'Harbour: 25 матеріалів, 1–'],
      ['/search nothing-such', 'За запитом nothing-such нічого не знайдено.'],
      ['/search', 'Що шукати?'],
      ['/time 8 19:30', /надходить о 08:00 і 19:30 .* Наступний: \p{Ll}/u],
      ['/time never', 'Не розумію, котра це година: «never».'],
      ['/days пн ср пт', 'надходить у понеділок, середу і пʼятницю о 08:00 і 19:30'],
      ['/days someday', '«someday» — не дні тижня.'],
      ['/timezone Київ', /Ваш часовий пояс — Europe\/Kyiv; зараз там \d\d:\d\d/],
      ['/timezone Qqqq', 'Не знаю такого часового поясу'],
      ['/pause', 'Ваш дайджест не на паузі.'],
      ['/pause 3 дні', /Ваш дайджест на паузі. Вона завершиться: \p{Ll}/u],
      ['/pause завершити', 'Ваш дайджест не на паузі.'],
      ['/resume', 'Ваш дайджест не на паузі. Наступний:'],
      ['/quiet так', 'Якщо нічого нового не буде, у звичну годину надійде рядок'],
      ['/quiet може', 'Напишіть /quiet так'],
      ['/silent ніколи', 'завжди надходить зі звуком'],
      ['/silent уночі', 'з 22:00 до 07:00 надходить без звуку'],
      ['/connect', 'Який канал отримуватиме дайджест?'],
      ['/help', '/latest · Останні новини'],
      ['/privacy', 'Що зберігається про вас'],
      ['/id', 'Ваш номер у Telegram — 3.'],
      ['/language', 'Мова, якою я вам пишу, — українська.'],
      ['/feeds', 'Ця команда — для адміністраторів бота.'],
      ['/nothing', 'Не знаю такої команди.'],
      ['Привіт', 'За запитом Привіт нічого не знайдено.'],
      ['/stop', 'Ваш дайджест зупинено.'],
      ['/time 9:00', 'Ваш дайджест зупинено. Відновити його у понеділок'],
    ] as const) {
      await ask(command, answer)
    }
  })

  it('brings a digest with its dates, counts, parts of the day and buttons in Ukrainian', async () => {
    const running = await aWorldWithOlena({ headlines: 40 })
    const { world } = running
    await sayAs(world, olena)('/start', /новин · \d+ хв/)
    await sayAs(world, reader)('/start', /stories · \d+ min/)
    // By then what came with /start has been noted.
    await sayAs(world, olena)('/id', /(?:is|—) 3\./)
    await sayAs(world, reader)('/id', /(?:is|—) 1\./)
    const came = await nextDigests(running, [olena, reader])
    const [own, others] = [came(olena), came(reader)]
    const words = own.map(({ text }) => text).join('\n')
    expect(words).toMatch(/^\p{Lu}[\p{Ll}ʼ]+, \d+ \p{Ll}+ 20\d\d р\. · 2[56] новин\S* · \d+ хв\n/mu)
    expect(words).toMatch(/^(?:уночі|рано-вранці|вранці|удень|увечері) · Harbour Post/m)
    expect(words).toMatch(/Harbour headline \d+/)
    expect(own.flatMap(buttonsOf)).toEqual([expect.stringMatching(/^Ще новини · \d+$/)])
    expect(others.map(({ text }) => text).join('\n')).toMatch(/stories · \d+ min\n/)
    expect(others.flatMap(buttonsOf)).toEqual([expect.stringMatching(/^More news · \d+$/)])
  })

  it('shows the menu and the description in Ukrainian, and to all others in English', async () => {
    const { world } = await aWorldWithOlena()
    const first = (person: number) => world.commandsFor(person)[0]?.description
    expect([first(olena), first(reader)]).toEqual([latest('uk'), latest('en')])
    const own = await world.call('getMyDescription', { language_code: 'uk' })
    expect(own).toMatchObject({ result: { description: translateInto('uk')('bot-description') } })
    const short = await world.call('getMyShortDescription', {})
    const english = translateInto('en')('bot-short-description')
    expect(short).toMatchObject({ result: { short_description: english } })
  })
})

it('sets menus and descriptions again only where they have changed', async () => {
  const { world, app, apiRoot } = await aRunningApp({ feeds: false })
  await app.stop()
  const old = [{ command: 'start', description: 'Почати' }]
  const scope = { type: 'all_private_chats' }
  await world.call('setMyCommands', { commands: old, scope, language_code: 'uk' })
  await world.call('setMyShortDescription', {
    short_description: 'Давній опис',
    language_code: 'uk',
  })
  const before = world.calls.length
  const options = { token, apiRoot, adminIds: [], allowPrivateAddresses: [], sampleFeeds: [] }
  const again = await startApp(aConfig(), options)
  onTestFinished(again.stop)
  const kept = () => world.call('getMyShortDescription', { language_code: 'uk' })
  await expect
    .poll(kept)
    .toMatchObject({ result: { short_description: translateInto('uk')('bot-short-description') } })
  const set = world.calls.slice(before).filter(({ method }) => method.startsWith('setMy'))
  expect(set.map(({ method, params }) => [method, params.language_code])).toEqual([
    ['setMyCommands', 'uk'],
    ['setMyShortDescription', 'uk'],
  ])
})

describe('/language', () => {
  it('changes the answers, the menu and the next digest, by a button and by words', async () => {
    const running = await aWorldWithOlena()
    const { world, app } = running
    const ask = sayAs(world, reader)
    await ask('/start', 'Harbour headline 1')
    const page = await ask('/language', 'I write to you in English. Headlines')
    expect(buttonsOf(page)).toEqual(['✓ English', 'Українська', '‹ Settings'])
    const edited = botSays(world, reader, 'Мова, якою я вам пишу, — українська.')
    await world.press(reader, page.message_id, 'language:uk')
    expect(buttonsOf(await edited)).toEqual(['English', '✓ Українська', '‹ Налаштування'])
    await expect.poll(() => world.commandsFor(reader)[0]?.description).toBe(latest('uk'))
    expect(await findSubscription(app.db, chatItself(reader))).toMatchObject({ language: 'uk' })
    const came = await nextDigests(running, [reader])
    expect(came(reader)[0]?.text).toMatch(/новин\S* · \d+ хв/)

    await ask('/language klingon', 'Такої мови не знаю: «klingon».')
    await ask('/language англійська', 'I write to you in English.')
    await expect.poll(() => world.commandsFor(reader)[0]?.description).toBe(latest('en'))
  })

  it('is kept for somebody who is not subscribed, and holds when they are', async () => {
    const running = await aWorldWithOlena()
    const ask = sayAs(running.world, olena)
    const zones = await ask('/timezone Qqqq', 'Не знаю такого часового поясу')
    expect(buttonsOf(zones)).toContainEqual(expect.stringMatching(/^Київ · \d\d:\d\d$/))
    const page = await ask('/language en', 'I write to you in English.')
    expect(buttonsOf(page)).toEqual(['✓ English', 'Українська'])
    await ask('/help', 'brings you the day')
    await ask('/start', 'Welcome.')
    await ask('/id', /(?:is|—) 3\./)
    const came = await nextDigests(running, [olena])
    expect(came(olena)[0]?.text).toMatch(/stories · \d+ min/)
  })

  it('follows the app until one is chosen', async () => {
    const running = await aWorldWithOlena()
    const { world } = running
    await sayAs(world, olena)('/start', 'Вітаю.')
    world.addUser({ id: olena, is_bot: false, first_name: 'Olena', language_code: 'de' })
    await sayAs(world, olena)('/help', 'brings you the day')
    const came = await nextDigests(running, [olena])
    expect(came(olena)[0]?.text).toMatch(/stories · \d+ min/)
  })

  it('takes no language that there is not, whoever forges it', async () => {
    const { world } = await aWorldWithOlena()
    const page = await sayAs(world, reader)('/language', 'in English')
    for (const data of ['language:xx', 'language:', 'language:UK', `language:${'u'.repeat(50)}`]) {
      expect(await world.press(reader, page.message_id, data)).toMatchObject({
        text: 'This button is too old. Send the command again.',
      })
    }
    await sayAs(world, reader)('/language', 'in English')
  })

  it('of a group is that of who started it, for all in it, and changed by its admins', async () => {
    const running = await aWorldWithOlena()
    const { world, app } = running
    const inGroup = { chatId: group }
    world.addChat({ id: group, type: 'supergroup', title: 'Гавань', creator: olena })
    world.setMember(group, world.bot.id, { status: 'member' })
    world.setMember(group, reader, { status: 'member' })
    const ask = (who: number, text: string, answer: string | RegExp) => {
      const said = botSays(world, group, answer)
      world.sendText(who, text, inGroup)
      return said
    }
    await ask(olena, '/start', 'Вітаю.')
    await ask(reader, '/help@courant_bot', 'надсилає вам новини дня')
    await ask(reader, '/language en', 'Змінювати дайджест цього чату можуть лише')
    const came = await nextDigests(running, [group])
    expect(came(group)[0]?.text).toMatch(/новин\S* · \d+ хв/)
    await ask(olena, '/language en', 'I write to you in English.')
    expect(await findSubscription(app.db, chatItself(group))).toMatchObject({ language: 'en' })
    await sayAs(world, olena)('/help', 'надсилає вам новини дня')
  })

  it('is a page of the settings, which go on in the language chosen there', async () => {
    const { world, app } = await aWorldWithOlena()
    const ask = sayAs(world, reader)
    await ask('/start', 'Harbour headline 1')
    const panel = await ask('/settings', 'Written in English')
    const press = (data: string, answer: string) => {
      const said = botSays(world, reader, answer)
      return world.press(reader, panel.message_id, data).then(() => said)
    }
    await press('set:language', 'I write to you in English.')
    await press('language:uk', 'Мова, якою я вам пишу, — українська.')
    await press('set:', 'Мова: українська')
    expect(await findSubscription(app.db, chatItself(reader))).toMatchObject({ language: 'uk' })
  })

  it('of a channel is that of who connects it, and changed from the private chat', async () => {
    const running = await aWorldWithOlena()
    const { world, app } = running
    const name = { title: 'Harbour Daily', username: 'harbourdaily' }
    world.addChat({ id: channel, type: 'channel', ...name, creator: olena })
    world.setMember(channel, world.bot.id, { status: 'administrator' })
    const ask = sayAs(world, olena)
    await ask('/connect @harbourdaily', 'Harbour Daily отримуватиме дайджест щодня')
    expect(await findSubscription(app.db, chatItself(channel))).toMatchObject({ language: 'uk' })
    const page = await ask(
      '/language @harbourdaily en',
      'Мова дайджесту для Harbour Daily — англійська.',
    )
    expect(await findSubscription(app.db, chatItself(channel))).toMatchObject({ language: 'en' })
    expect(buttonsOf(page)).toEqual(['✓ English', 'Українська', '‹ Налаштування'])
    await ask('/help', 'надсилає вам новини дня')
    const panel = botSays(world, olena, 'Мова: англійська')
    await world.press(olena, page.message_id, `${channel}|set:`)
    expect(await panel).toBeDefined()
    const back = botSays(world, olena, 'Мова дайджесту для Harbour Daily — англійська.')
    await world.press(olena, page.message_id, `${channel}|set:language`)
    expect(await back).toBeDefined()
    await world.press(olena, page.message_id, `${channel}|language:uk`)
    expect(await findSubscription(app.db, chatItself(channel))).toMatchObject({ language: 'uk' })
    // Each admin reads the name of the language in their own.
    world.setMember(channel, reader, { status: 'administrator' })
    await sayAs(world, reader)('/language @harbourdaily', 'is written in Ukrainian.')
    world.setMember(channel, reader, { status: 'member' })
    const forged = await sayAs(world, reader)('/help', 'brings you')
    const press = world.press(reader, forged.message_id, `${channel}|language:en`)
    expect(await press).toMatchObject({ showAlert: true })
    await sayAs(world, reader)('/language @harbourdaily en', 'Only the admins')
    expect(await findSubscription(app.db, chatItself(channel))).toMatchObject({ language: 'uk' })
  })
})

describe('to an admin who chose Ukrainian', () => {
  it('answers their commands in it, and shows all of these in their menu', async () => {
    const { world, web } = await aWorldWithOlena()
    const ask = sayAs(world, admin)
    await ask('/language українською', 'Мова, якою я вам пишу, — українська.')
    const menu = () => world.commandsFor(admin).map(({ description }) => description)
    await expect.poll(menu).toContain('Вилучити стрічку: /removefeed 3')
    web.answer('/empty', 'nothing')
    for (const [command, answer] of [
      ['/feeds', /^1 стрічка[\s\S]*новини\nпрочитано цієї хвилини, далі — через/],
      ['/feeds what', 'Не знаю, що тут означає «what».'],
      ['/problems', 'Усе гаразд'],
      ['/addfeed', 'Яку стрічку?'],
      ['/addfeed example', '«example» — не адреса.'],
      [`/addfeed ${web.origin}/empty`, 'Причина: це не RSS, не Atom і не JSON Feed'],
      ['/removefeed 99', 'Стрічки з номером 99 немає.'],
      ['/why', 'Який сюжет?'],
      ['/mergestories', 'Які два сюжети'],
      ['/splitstory', 'Які матеріали тут зайві?'],
      ['/pinstory', 'Який сюжет?'],
      ['/tagfeed', 'у яких розділах вона має бути?'],
      ['/tagfeed 1 Спорт, Місто', /Розділи стрічки .*: Спорт, Місто\.$/],
      ['/weighfeed 1 2', 'тепер мають вагу 2'],
      ['/columnists', 'Колонок іще не надходило.'],
      ['/mergecolumnists', 'Хто з двох'],
      ['/refresh', 'Завантажено 1 стрічку: нічого нового.'],
      ['/help', 'Для адміністраторів'],
      ['/removefeed 1', 'вилучено: її новин більше не буде'],
    ] as const) {
      await ask(command, answer)
    }
  })

  it('sends notices in their own language to each', async () => {
    const { app, world, apiRoot } = await aWorldWithOlena()
    await sayAs(world, admin)('/help', 'For admins')
    await sayAs(world, olena)('/start', 'Вітаю')
    const { db } = app
    const api = new Api(token, { apiRoot })
    const wordsFor = wordsForPerson({ db, translateInto })
    const now = Temporal.Now.instant
    const admins = new Set([admin, olena])
    const notify = createProblemNotifier({ db, api, admins, wordsFor, now })
    await recordProblem(db, { subject: 'feed', id: 7, code: 'stuck', detail: null }, now())
    const told = [
      botSays(world, admin, 'was set aside'),
      botSays(world, olena, 'Стрічка 7: нічого'),
    ]
    await notify()
    expect((await Promise.all(told)).map(({ text }) => text?.split('\n')[0])).toEqual([
      'Something could not be handled and was set aside',
      'Дещо не вдалося обробити, тож я його відклав',
    ])

    world.addChat({ id: group, type: 'supergroup', title: 'Гавань', creator: olena })
    world.setMember(group, world.bot.id, { status: 'member' })
    const gone = botSays(world, olena, 'Тему в Гавань')
    await createNotifyTopicGone(api, wordsFor)(group)
    await gone
  })
})
