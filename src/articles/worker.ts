// Runs in a thread of the pool: parsing a page takes long and must not block the event loop.
export { readPage as default } from './read-page.ts'
