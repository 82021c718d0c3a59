// Runs in a thread: reading a list of feeds may take long and must not hold the bot.
import { decodeText } from '../../text/decode.ts'
import { type FeedList, readFeedList } from './read.ts'

export default async function run(bytes: Uint8Array): Promise<FeedList> {
  return readFeedList(decodeText(bytes, null))
}
