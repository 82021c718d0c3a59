// Runs in a thread of the pool: parsing a page takes long and must not hold the bot.
export { readPage as default } from './read-page.ts'
