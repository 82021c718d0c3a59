// Runs in a thread: reading a list of feeds may take long and must not hold the bot.
import { decodeFeed } from './decode.ts'
import { type FeedList, readFeedList } from './opml-read.ts'

export default async function run(bytes: Uint8Array): Promise<FeedList> {
  return readFeedList(await decodeFeed(bytes, null))
}
