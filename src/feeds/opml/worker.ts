// Runs in a thread: reading a list of feeds may take long and must not hold the bot.
import { decodeFeed } from '../../text/decode.ts'
import { type FeedList, readFeedList } from './read.ts'

export default async function run(bytes: Uint8Array): Promise<FeedList> {
  return readFeedList(await decodeFeed(bytes, null))
}
