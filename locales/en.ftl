### Every word that a reader or an admin sees in chat. HTML is Telegram's; values come escaped.

# By which dates, numbers and lists are written (BCP 47).
date-locale = en-GB

## The bot's own page on Telegram: at most 512 characters in an empty chat, at most 120 on its profile

bot-description =
    Courant brings you the day’s news in one digest, at the hour you choose.

    What several outlets report is one story, the columnists have a place of their own, and every headline leads to its source. Press Start for the latest news.
bot-short-description = The day’s news in one digest, at the hour you choose.

## The digest

digest-columns = Opinion
digest-overview = In short
digest-head =
    { $stories ->
        [one] { $stories } story
       *[other] { $stories } stories
    } · { $minutes } min
digest-part =
    { $part ->
        [night] night
        [early] early morning
        [morning] morning
        [afternoon] afternoon
       *[evening] evening
    }
digest-also = also
digest-paid = subscribers only
digest-translated = translated
digest-whole = whole story
digest-further =
    { $count ->
        [one] { $count } more headline
       *[other] { $count } more headlines
    }
digest-update = Update:
digest-before = before:
digest-about = On:
digest-empty = There is no news from these days yet.
more-news =
    More news{ $rest ->
        [0] {""}
       *[other] {" "}· { $rest }
    }
digest-followed = You follow
digest-alerted = 🔔
digest-muted = { $count } muted
digest-muted-show = show
left-out-title = What you have muted
left-out-none = Nothing of it is muted any more.
digest-end = That is all.
digest-review = Since { $since }
more-day = { $day } · { $rest } more
story-extent =
    { $outlets ->
        [one] { $outlets } outlet
       *[other] { $outlets } outlets
    } · { $headlines ->
        [one] { $headlines } headline
       *[other] { $headlines } headlines
    }{ $days ->
        [one] {""}
       *[other] {" "}· { $days } days
    }
column-none = That column is no longer kept. /latest shows today’s news.
story-none = That story is no longer kept. /latest shows today’s news.
more-news-private = I have sent it to you in our own chat.
digest-late = Yesterday’s digest, late
digest-quiet = A quiet day: nothing new since your last digest.
digest-saved = What you saved for later waits for you: /saved
digest-reset-zone = Your time zone could not be read any more: your days and hours are counted in { $zone } now. /timezone changes it.
digest-reset-times = The hours of your digest could not be read any more: it comes at { $times } now. /time changes them.
digest-reset-weekdays = The days of your digest could not be read any more: it comes every day now. /days changes them.
digest-reset-pause = Your pause could not be read any more, so it has ended. /pause begins another.

## Commands, as the menu shows them

command-start = Get the daily digest
command-suggest = Suggest a source: /suggest URL
command-stop = Stop the daily digest
command-latest = Read the latest news
command-yesterday = Read yesterday’s news
command-search = Search the news: /search harbour
command-settings = All settings in one place
command-mute = Hide news with a word: /mute football
command-saved = What you saved to read later
command-time = Choose your hours: /time 07:30 19:00
command-days = Choose your days: /days weekdays
command-timezone = Choose your time zone: /timezone Kyiv
command-pause = Pause the digest: /pause 3d
command-resume = End the pause
command-quiet = A line also when nothing is new: /quiet on
command-silent = When it comes without a sound: /silent night
command-language = Choose the language: /language Ukrainian
command-help = What this bot can do
command-privacy = What is kept about you
command-mydata = Get all that is kept about you
command-deletedata = Delete all that is kept about you
command-id = Your own number on Telegram
command-addfeed = Add a feed: /addfeed URL [news|columns|mixed]
command-exportfeeds = Send the feeds as a file (OPML)
command-feeds = List the feeds and how they are doing
command-problems = What could not be handled
command-removefeed = Remove a feed: /removefeed 3
command-refresh = Fetch all feeds now
command-columnists = List the columnists
command-why = What is in a story, and why: /why 12
command-mergestories = Make one story of two: /mergestories 12 20
command-splitstory = Take articles out of a story: /splitstory 12 15
command-pinstory = Put a story at the head of its day: /pinstory 12
command-tagfeed = The sections of a feed: /tagfeed 3 Sport, Local
command-weighfeed = How much a feed counts: /weighfeed 3 2
command-mergecolumnists = Make one columnist of two: /mergecolumnists 3 5

## For readers

# Where a channel is spoken of in a private chat, it is named, and where a choice is that of one hour, that.
whose-digest =
    { $about ->
        [channel] The digest of <b>{ $chat }</b>
       *[own] Your digest
    }
about-chat =
    { $about ->
        [channel] <b>{ $chat }</b>:{ " " }
       *[own] {""}
    }{ $hour ->
        [none] {""}
       *[other] <b>{ $hour }</b>:{ " " }
    }
back-by-start =
    { $about ->
        [channel] <code>/start { $channel }</code>
       *[own] /start
    }
start-welcome =
    <b>Welcome.</b> A digest of the news comes to you { $days } at <b>{ $time }</b> ({ $zone }).{ start-latest }

    /settings changes what it brings and when; /pause holds it for a while, /stop ends it.
first-what =
    <b>Shall I make it yours?</b> Three taps, or none: it comes { $days } at { $time } ({ $zone }) with everything.

    What shall it bring?
first-everything = Everything
first-choose = Choose …
first-pick = Switch off what you do not want. What is added later joins what is on.
first-on = Go on ›
first-hour = At what time shall it come?
first-keep = Keep { $time }
first-another = Another …
first-zone = Is it <b>{ $clock }</b> where you are ({ $zone })?
first-yes = Yes
first-no = No, choose …
first-zones = Where are you? These are clocks of the world now: choose a place whose clock shows the same as yours.
first-done-button = Leave it as it was
first-done = <b>Done.</b> Your digest comes { $days } at <b>{ $time }</b> ({ $zone }). The next one: <b>{ $next }</b>. /settings changes anything at any time.
first-settings = All settings
location-button = Share my location
location-ask = Tap the key below. I take the time zone of the place, and keep nothing else of it.
location-wrong = I do not know which time zone that place is in. Write the nearest large city, such as <code>/timezone Kyiv</code>.
location-done = You are in <b>{ $zone }</b>, where it is now { $clock }. Where exactly is forgotten. The next digest: <b>{ $next }</b>.
start-latest =
    { $news ->
        [some] {" "}Here is the latest.
       *[none] {""}
    }
start-again = Your digest comes { $days } at <b>{ $time }</b> ({ $zone }).{ start-latest }
start-ends-pause = Your pause has ended with this.
start-repeated = You have had the news a moment ago: /latest shows it once more. Your next digest comes on <b>{ $next }</b>.
start-empty = There is no news from today or yesterday yet. Your next digest comes on <b>{ $next }</b>.
stop-done = { whose-digest } is stopped. { back-by-start } brings it back, with the hours, days and zone you chose.
stop-words = I do not know what “{ $input }” means here. /stop alone ends the digest at once; <code>/pause 3d</code> holds it for three days.
stop-none =
    { $about ->
        [channel] <b>{ $chat }</b> gets no digest at the moment. <code>/start { $channel }</code> brings it there.
       *[own] You get no digest at the moment. /start subscribes you.
    }
schedule-kept = { whose-digest } is stopped. { back-by-start } brings it back, { $days } at <b>{ $time }</b> ({ $zone }).
latest-words = I do not know what “{ $input }” means here: it names no day, section, source or columnist that I have. Try <code>/latest yesterday</code>, <code>/latest 14 June</code>, <code>/latest 5</code> or the name of a source. Shall I look for it? Write <code>/search { $input }</code>.
latest-which =
    Which of these do you mean by “{ $input }”?{ $more ->
        [0] {""}
       *[other] {" "}There are { $more } more: write more of the name.
    }
day-none = There is no news from { $day }.
day-none-of = There is nothing of <b>{ $of }</b> from { $day }.
day-nearest = The nearest news:
day-first = ‹ First page
day-more = More · { $rest } ›
latest-empty = There is no news from today or yesterday yet. Try again in a while, or look for older news with /search.
latest-private = All the news, in private
time-now =
    { whose-digest } comes at <b>{ $time }</b> ({ $zone }). The next one: <b>{ $next }</b>.

    Choose another hour, or write one to four, for example <code>/time 07:30</code> or <code>/time 8 19:30</code>.
time-ask-button = Other hours …
time-ask = At what time shall the digest come? Answer with one to four, such as: 8 19:30
time-wrong = “{ $input }” is not a time of day that I can read. Choose one, or write one to four, such as <code>/time 07:30</code> or <code>/time 8 19:30</code>.
timezone-now =
    { $about ->
        [channel] The days of <b>{ $chat }</b>
       *[own] Your days
    } are counted in <b>{ $zone }</b>, where it is now { $clock }. The next digest: <b>{ $next }</b>.

    Choose a place whose clock shows the same as yours, or write your city or country, for example <code>/timezone Kyiv</code>.
timezone-ask-button = Another place …
timezone-ask = Where are you? Answer with your city or country.
timezone-wrong = “{ $input }” is not a time zone, city or country that I know. Choose a place whose clock shows the same as yours, or write the nearest large city, such as <code>/timezone Kyiv</code> or <code>/timezone New York</code>.
timezone-guess = “{ $input }” is not a place that I know. Places with a name like it come first; or choose a place whose clock shows the same as yours.
timezone-which = Which of these do you mean by “{ $input }”? The times are what their clocks show now.

days-every = every day
days-some = on { $names }
# Each as it stands in days-some.
on-weekday =
    { $day ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
days-now = { whose-digest } comes { $days } at <b>{ $time }</b> ({ $zone }). The next one: <b>{ $next }</b>.
days-wrong = “{ $input }” does not name days of the week. Choose them, or write, for example, <code>/days mon wed fri</code>, <code>/days weekdays</code> or <code>/days every day</code>.
days-last = One day must stay. /stop ends the digest.
days-button-week = Monday to Friday
days-button-every = Every day
pause-none = { whose-digest } is not paused. For how long shall it be? Choose, or write, for example, <code>/pause 10d</code> or <code>/pause 2027-01-10</code>. What you miss comes in one digest afterwards.
pause-now = { whose-digest } is paused until { $until }. The next one: <b>{ $next }</b>, with what you miss until then.
pause-wrong = “{ $input }” is not a pause. Choose one, or write days, weeks or a date within a year, such as <code>/pause 3d</code>, <code>/pause 2w</code> or <code>/pause 2027-01-10</code>.
pause-button =
    { $days ->
        [1] 1 day
        [7] 1 week
        [14] 2 weeks
       *[other] { $days } days
    }
pause-button-end = End the pause
pause-ask-button = Another length …
pause-ask = How long shall it be paused? Answer with days, weeks or a date, such as: 10d, 2w or 2027-01-10
resume-done = { whose-digest } is not paused. The next one: <b>{ $next }</b>.
quiet-is-on = { about-chat }When nothing is new, a line says so at your hour.
quiet-is-off = { about-chat }When nothing is new, nothing comes.
quiet-wrong = Write <code>/quiet on</code> to get a line also when nothing is new, or <code>/quiet off</code>.
quiet-button-on = Tell me when nothing is new
quiet-button-off = Send nothing then
silent-night = { whose-digest } comes without a sound between 22:00 and 07:00, and with one by day.
silent-always = { whose-digest } always comes without a sound.
silent-never = { whose-digest } always comes with a sound.
silent-wrong = Write <code>/silent night</code>, <code>/silent always</code> or <code>/silent never</code>.
silent-button-night = Silent at night
silent-button-always = Always silent
silent-button-never = Never silent

language-now =
    { $about ->
        [channel] The digest of <b>{ $chat }</b> is written in
       *[own] I write to you in
    } <b>{ $language }</b>. Headlines and summaries stay in the language of their source.
language-wrong = “{ $input }” is not a language that I speak. Choose one of these.
choice-on = ✓ { $name }
settings-back = ‹ Settings
settings-page-back = ‹ Back
settings-page-on = Page { $page } of { $pages } ›
settings-stale = This has changed meanwhile. Here is how it stands now.
settings-title =
    { $about ->
        [channel] The digest of <b>{ $chat }</b>
       *[own] <b>Your digest</b>
    }
settings-comes = <b>Comes</b> { $days } at { $time } ({ $zone })
settings-next = <b>Next one</b> { $next }
settings-paused = <b>Paused</b> until { $until }
settings-silent-night = <b>Sound</b> none between 22:00 and 07:00
settings-silent-always = <b>Sound</b> none
settings-silent-never = <b>Sound</b> always
settings-quiet-on = <b>When nothing is new</b> a line says so
settings-quiet-off = <b>When nothing is new</b> nothing comes
settings-language = <b>Written in</b> { $language }
settings-brings = <b>Brings</b> { $what }
settings-brings-all = everything
settings-brings-but = all but { $names }
settings-brings-without =
    without { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
settings-kinds-all = <b>Kinds</b> news and columns
settings-kinds-news = <b>Kinds</b> news only
settings-kinds-columns = <b>Kinds</b> columns only
settings-more = <b>More of</b> { $names }
settings-less = <b>Less of</b> { $names }
settings-capped = <b>At most on a page</b> { $names }
settings-cap = { $most } of { $name }
settings-languages-off = <b>Languages</b> all but { $names }
settings-translated = <b>Translated</b> what is in other languages
settings-length-headlines = <b>Length</b> headlines alone
settings-length-short = <b>Length</b> short
settings-length-usual = <b>Length</b> usual
settings-length-long = <b>Length</b> long
settings-length-minutes =
    <b>Length</b> { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
settings-pictures-off = <b>Pictures</b> none
settings-pictures-small = <b>Pictures</b> small
settings-pictures-large = <b>Pictures</b> large
settings-muted = <b>Muted</b> { $names }
settings-muted-word = “{ $name }”
settings-followed =
    <b>Follows</b> { $count ->
        [one] { $count } thing
       *[other] { $count } things
    }
settings-hour =
    <b>{ $time }</b>{ $days ->
        [none] {""}
       *[other] {" "}({ $days })
    } a choice of its own: { $what }
settings-others = { $count } more
count-columnists =
    { $count ->
        [one] { $count } columnist
       *[other] { $count } columnists
    }
count-stories =
    { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }
settings-button-brings = What it brings
settings-button-time = Hours
settings-button-days = Days
settings-button-timezone = Zone
settings-button-silent = Sound
settings-button-pause = Pause
settings-button-quiet = No news
settings-button-length = Length
settings-button-pictures = Pictures
settings-button-language = Language
settings-button-languages = Languages
settings-button-kinds = News and columns
settings-button-muted = Muted
settings-button-followed = Followed
settings-button-chats = Groups and channels
settings-button-hour = What { $time } brings
settings-button-preview = Preview: what would come now
chats-page = Whose digest? These are the groups, topics and channels that you have set up with me and may still configure.
chats-topic = { $title } · topic { $topic }
chats-none = There is no group or channel any more that you may configure.
chats-own = ‹ My own
hour-page =
    { about-chat }<b>What { $time } brings</b>

    As usual: what your other hours bring. It can have a choice of its own, such as sport alone.
hour-page-own =
    { about-chat }<b>What { $time } brings</b>{ $days ->
        [none] {""}
       *[other] {" "}({ $days })
    }

    A choice of its own. What has come at one hour comes at no other; what this one leaves out comes at the next that wants it. What you mute and follow holds at every hour.
hour-usual = As usual
hour-own = Its own
hour-days = { about-chat }On which days shall the digest of { $time } come?
hour-last = One hour has to bring your usual choice. Add another hour first.
paper-empty = Then nothing would be left to bring. Something must stay on.
paper-too-many = That would be more than 50. Take something back first.
brings-page =
    { about-chat }<b>What it brings</b>

    Switch sections off that you do not want; on the right are their sources. A source that is added later joins the sections that are on.
brings-no-feeds = There are no sources yet, so there are no sections to choose from.
section-nameless = Other sources
section-feeds =
    { $count ->
        [one] { $count } source ›
       *[other] { $count } sources ›
    }
section-page =
    { about-chat }<b>{ $name }</b>

    The more a section or a source counts, the more of its news comes into the digest. You can also set how many stories and columns of a section a page holds while there are others; the rest is under More news. Below are its sources: tap one to switch it on or off, and the button beside it to change how much it counts.
section-page-off =
    { about-chat }<b>{ $name }</b>

    It is left out.
section-on = In my digest
section-only = Only this
section-back = ‹ What it brings
step-feed-less = counts less
step-feed-usual = counts as usual
step-feed-more = counts more
cap-none = any number
cap-most = at most { $most }
step-less = less
step-usual = usual
step-more = more
kinds-page = { about-chat }News, opinion columns, or both?
kinds-all = Both
kinds-news = News
kinds-columns = Columns
languages-page = { about-chat }Which languages shall it bring? Those without a mark are left out.
languages-page-translated = { about-chat }Which languages shall it bring? Those without a mark are left out. Headlines and summaries can also come translated by a model, and marked as such; what it gets wrong stays as it was.
translated-button = Translate the others into { $language }
languages-last = One language must stay.
length-page =
    { about-chat }<b>Length</b>

    <b>Headlines</b> come without summaries, <b>short</b> is ten stories and columns. Minutes: what it takes to read headlines and summaries, at 220 words a minute.
length-headlines = Headlines
length-short = Short
length-usual = Usual
length-long = Long
length-minutes = { $minutes } min
length-ask-button = Other …
length-ask = How many minutes shall it take to read? Answer with a number from 1 to 30.
length-wrong = “{ $input }” is not a number of minutes from 1 to { $most }.
pictures-page = { about-chat }Pictures of the first stories? A digest shows one, of the story that leads it.
pictures-off = Off
pictures-small = Small
pictures-large = Large
mute-ask-button = Mute a word …
mute-ask = Which word shall be muted? Answer with it: headlines that hold it, in any of its forms, are left out.
mute-muted = { about-chat }Muted: <b>{ $word }</b>. Headlines that hold it, in any of its forms, are left out from now on.
mute-known = { about-chat }<b>{ $word }</b> is muted already.
mute-short = “{ $input }” has fewer than { $fewest } letters: too much would be left out. Write a longer word, for example <code>/mute football</code>.
mute-long = That is too long. A word to mute has { $most } letters at the most.
mute-empty-words = “{ $input }” stands in too many headlines to be muted. Write a word that says more, for example <code>/mute football</code>.
mute-undo-button = Undo
mute-undone = { about-chat }<b>{ $word }</b> is not muted any more.
muted-none = { about-chat }Nothing is muted.
muted-page =
    { about-chat }<b>Muted</b>

    A digest leaves these out and says how many it was. Tap one to take it back.
muted-word = • the word “{ $name }”
muted-columnist = • columns by { $name }
muted-story = • the story “{ $name }”, for some days
muted-feed = • the source { $name }
take-back = ✕ { $name }
followed-none = { about-chat }Nothing is followed. <b>Follow</b> stands on the page of a story or column (<b>…</b>, <b>also</b> or <b>+3</b> beside a headline) and of a columnist (their name); <b>Save</b> under the results of a search follows what it finds.
followed-page =
    { about-chat }<b>Followed</b>

    Tap what stands beside it to be told at once, or in the digest only.
followed-columnist = • columns by { $name }
followed-story = • the story “{ $name }”
followed-search = • the search “{ $name }”
followed-alert = at once
followed-digest = in the digest
preview-head = { whose-digest } would bring this now. It is a preview: the next digest holds it all the same.
preview-empty = { whose-digest } would bring nothing now: there is nothing new in it.

not-subscribed =
    { $about ->
        [channel] <b>{ $chat }</b> gets no digest now. <code>/start { $channel }</code> brings it there.
       *[own] You get no digest now. Write /start to get one.
    }

save-button = Save
save-button-saved = ✓ Saved
save-saved = Saved. /saved has it.
save-undone = It is not saved any more.
save-gone = This story is no longer kept.
save-full = You have saved as much as I can keep, and read none of it. /saved lets you remove some first.
stance-button-followed =
    { $kind ->
        [author] Follow columnist
       *[other] Follow
    }
stance-button-on-followed = ✓ Following
stance-button-muted =
    { $kind ->
        [story] Mute this story
        [author] Mute columnist
       *[columnist] Mute
    }
stance-button-on-muted = ✓ Muted
stance-followed =
    { $kind ->
        [story] You follow this story now. /settings shows all that you follow.
       *[columnist] You follow this columnist now. /settings shows all that you follow.
    }
stance-muted =
    { $kind ->
        [story] This story, with what it goes on in, is left out for seven days. /mute shows all that is muted.
       *[columnist] Columns by this author are left out from now on. /mute shows all that is muted.
    }
stance-none = Taken back.
columnist-none = This columnist is no longer kept. /latest shows today’s news.
share-button = Share
saved-title =
    { $list ->
        [done] Read
       *[waiting] Saved for later
    } · { $count }{ $pages ->
        [one] {""}
       *[many] , { $from }–{ $to }
    }
saved-when = saved { $day }
saved-none-waiting = Nothing is saved for later. Open a story or a column (<b>…</b>, <b>also</b> or <b>+3</b> beside a headline) and press <b>Save</b>.
saved-none-done = Nothing here: what you mark as read comes here.
saved-now-done = Read: “{ $title }”
saved-now-removed = Removed: “{ $title }”
saved-now-waiting = To be read again: “{ $title }”
saved-gone = That one was not there any more. This is your list now.
saved-remind-unsubscribed = The reminder comes with your digest, and you get none now. /start brings it.
saved-remind-on = Once a week your digest will say that something waits to be read.
saved-remind-off = You are reminded no more.
saved-button-remind-on = Remind me once a week
saved-button-remind-off = ✓ Reminded once a week
saved-button-done = Read ({ $count })
saved-button-waiting = To read ({ $count })

suggest-usage = Which source would you like to read here? Write its address, for example <code>/suggest https://example.org</code>, paste it alone, or forward me a post of a public channel. The admins decide.
suggest-offer = Would you like to read this here? I can suggest it to those who choose the sources.
suggest-button = Suggest this source
suggest-add = Shall I add this source?
suggest-button-add = Add this source
suggest-done = Thank you: the admins have your suggestion and decide.
suggest-no-admins = Nobody chooses new sources here at the moment. To look for words, write them without an address.
suggest-unreached = I cannot reach the admins just now. Please try again later.
suggest-refused = That cannot be suggested: { $reason }.
suggest-no-address = “{ $input }” is not an address. It should look like <code>https://example.org</code>.
suggest-known = That source is here already.
suggest-again = Somebody has suggested that already.
suggest-many = You have suggested { $most } sources today. Please come back tomorrow.
suggest-busy = So many sources were suggested today that I bring the admins no more. Please come back tomorrow.

search-usage = What shall I look for? Answer with your words. I find the articles that hold them all, in any form. Also: "exact words", -without, elect*, one OR other, by:author, from:source, in:section, kind:column, lang:uk, after:2024-06-01, before:2024-07, on:14 June.
search-no-words = There are no words in “{ $input }” to look for. Write, for example, <code>/search harbour</code>.
search-long = That is too long. Please search with at most { $words } words and operators, { $limit } characters in all.
search-late = That search took too long, so I stopped it. Please try again with longer words, or in a moment.
search-busy = Many readers are searching just now. Please try again in a moment.
search-none = Nothing found for <b>{ $question }</b>.
search-understood = Understood as: { $question }
search-fewer = Try fewer words, or only the beginning of a word.
search-meant = Did you mean
search-without = Without { $part }
search-results =
    : { $counted ->
        [about] about { $total } articles
       *[all] { $total ->
            [one] { $total } article
           *[other] { $total } articles
        }
    }{ $pages ->
        [one] {""}
       *[many] , { $from }–{ $to }
    }
search-widened = Nothing holds these words as they are; these articles hold words that begin so.
search-cut = Very many words begin so: I look for the most common of them.
search-partial = Not everything could be looked at in time: there may be more.
search-unknown = No source or tag here is called “{ $name }”.
search-note-not-operator = “{ $words }” is none of my operators, so I look for it as words.
search-note-not-operator-without = “{ $words }” is none of my operators, so I exclude it as words.
search-note-no-star = Names of authors take no star, so I read “{ $words }” without it.
search-note-no-value = “{ $words }” names nothing, so I left it out.
search-note-not-day = “{ $words }” names no day of the calendar, so I left it out.
search-note-days-without = Days cannot be excluded, so I left “{ $words }” out.
search-note-days-or = “{ $words }”: days cannot be alternatives, so I left them out.
search-note-days-none = “{ $words }”: these days exclude each other, so I left them out.
search-note-not-kind = “{ $words }” names no kind: it is news or column. I left it out.
search-note-not-language = “{ $words }” names no language that I know, so I left it out.
search-by-relevance = By relevance
search-by-date = Newest first
search-follow = Save
search-follow-changed = Saved. What this search finds will stand at the head of your digest. /settings → Followed lists it.
search-follow-wide = This finds more than a fifth of last week’s news. Make it narrower and save it then.
search-follow-past = Nothing new can come for the days of this search. Leave them out and save it then.
search-follow-late = That took too long. Please try again in a moment.
search-follow-long = This question is too long to be saved. Make it shorter.
search-follow-not-subscribed = You get no digest now. Write /start, then save the search.
search-previous = ‹ Previous
search-next = Next ›
search-sources =
    { $count ->
        [one] +{ $count } source
       *[other] +{ $count } sources
    }
search-newer = ‹ Newer
search-older = Older ›
search-column = opinion
inline-nothing = Nothing found. Search in our own chat ›
inline-long = That is too long. Search in our own chat ›
inline-busy = That takes too long just now. Search in our own chat ›
inline-empty = There is no news from today or yesterday yet.
list-more = … and { $count } more, which would fill more messages than I send at once.
button-expired = This button is too old. Send the command again.
button-no-digest = This button is too old: no digest comes now. Write /start to bring it back.
undo-gone = This button is too old: that was taken back already, or has changed since.
more-news-gone = This button is too old: nothing is left of what it leads to.
day-gone = This button is too old: what it was of is there no more. Here is all of that day.
fresh-news = The latest news
fresh-settings = Settings as they are
fresh-mutes = What is muted now
fresh-feeds = The feeds as they are
fresh-columnists = The columnists as they are
fresh-story = The story as it is

help-text =
    <b>Courant</b> brings you the day’s news in one digest, at the hour you choose.

    { $commands }
help-admin =
    <b>For admins</b>

    { $commands }
privacy-text =
    <b>What is kept about you</b>

    { $lines }

    Your name, what you write and what you search for are not kept, but for the searches that you save. While you write, your number is in the memory of the program for some minutes, so that nobody is too fast and no news comes twice.

    /mydata sends you all of it. /deletedata deletes it; /stop only ends the digest. A group or a channel with a digest has a number, choices and deliveries of its own, and none of its members’. All who may change its digest share its choices, and see what it mutes and follows; what you mute and follow yourself is not part of them.
privacy-number = your number on Telegram, which is also that of your chat with me, so that the digest finds you; since when you have it, and when and why it ended if it did
privacy-choices = what you chose: hours, days, time zone, language (that of your app, if you chose none and I write to you unasked), sound, pause and reminders; and what you want of the news, also at single hours, with what you mute and follow
privacy-chats = the groups and channels whose settings you have opened, so that /settings lists them to you
privacy-deliveries = which digests, and which alerts on what you follow, were sent to you in the last 30 days, when and with which news, and how far you have got, so that none comes twice
privacy-saved = the stories and columns you saved to read later, and the last one you removed, so that you can undo it
privacy-suggestions = the sources you suggested, when, and what the admins made of them (they are not told who suggested one)
privacy-problems = for 30 days, what of this could not be read or sent, for the admins of this bot to see
mydata-done = This is all that is kept about you. /privacy says what it means, /deletedata deletes it.
deletedata-sure = Shall I delete all that is kept about you? Your digest ends with it, and what you chose and saved is lost for good. /mydata sends it to you first.
deletedata-button-yes = Delete everything
deletedata-button-no = Keep it
deletedata-done = It is deleted: nothing is kept about you any more. Of the sources you suggested the addresses stay, and no longer by whom. What I wrote to you stays in this chat until you delete it there, and copies that whoever runs this bot has made of its database before are theirs to delete. /start begins anew.
deletedata-not-done = Nothing was deleted.

id-is = Your number on Telegram is <code>{ $id }</code>. ADMIN_IDS takes it, in the settings of the bot, to make you an admin.
ephemeral-gone = The answer that only you saw is gone. Please send the command again.
private-only = Please write to me in a private chat: I answer there.
unknown-command = I do not know that command. /help lists what I can do.
free-text-searched = I took that for a search. /help lists what else I can do.
unread-message =
    Thank you for the { $what ->
        [photo] picture
        [sticker] sticker
        [voice] voice message
        [audio] music
        [video] video
        [video_note] video
        [animation] animation
        [document] file
        [location] place
        [contact] contact
        [poll] poll
        [dice] dice
       *[other] story
    }! I read words alone, though: write what you look for, or /latest for the news.
too-fast = That was too fast for me: I keep to the last things you asked and have left the others out.
too-many = You have asked me very often. I answer you again in a minute.
second-hand = I only do what you write to me yourself, not what is forwarded or sent through another bot. Please type it, or send the file yourself. A post that you forward from a channel I take for a suggestion to read that channel.
forward-private = Thank you! That channel has no public name, so I cannot read it.
problem-update-failed = What somebody wrote could not be answered: { $detail }
something-wrong = Something went wrong on my side. Please try again.

## For admins

problem-not-shown = left out of digests: { $detail }
problem-not-composed = a digest could not be composed and was left out: { $detail }

not-admin = This command is for the admins of this bot.
not-admin-but = This command is for the admins of this bot. Your own number is <code>{ $id }</code>: whoever runs the bot can make you one by adding it to ADMIN_IDS.
first-feeds =
    <b>There are no feeds yet.</b> You are an admin of this bot, so you choose what it reads. Add what you like by its address, that of a feed or of a site:

    <code>/addfeed https://example.org/rss</code>

    Or begin with a short list of well-known news; /removefeed takes any of them out again. A list of your own (OPML, or addresses in a text file) you can send me as a file.
first-feeds-button = Add the list to begin with
addfeed-usage =
    Which feed? Write its address, and what it carries if that is not news:

    <code>/addfeed https://example.org/rss</code>
    <code>/addfeed https://example.org/opinion.xml columns</code>

    A site or a page of headlines will do as well: its feed is looked for. Where headlines are not recognised, add a CSS selector:

    <code>/addfeed https://example.org/all news .headline a</code>
addfeed-several = This page names several feeds. Which shall it be?
addfeed-more = It names still more. To add one of those, send its own address.
addfeed-kind = “{ $input }” is not a kind of feed. Choose <b>news</b>, <b>columns</b> (opinion by named authors) or <b>mixed</b>.
addfeed-no-address = “{ $input }” is not an address. It should look like <code>https://example.org/rss</code>.
addfeed-unreadable =
    { $input } was not added: { $reason }.

    It should be the address of a feed (RSS, Atom), of a page that names one, or of a page of headlines.
addfeed-done =
    Added <b>{ $title }</b> as { $kind }{ $format ->
        [listing] , read from its page of headlines
       *[feed] {""}
    }, number { $id }: { $items ->
        [0] it has no items yet; I will look again
        [one] { $items } item
       *[other] { $items } items
    }.
addfeed-restored = <b>{ $title }</b> is back, with its earlier articles, as { $kind }, number { $id }.
addfeed-known = <b>{ $title }</b> is here already, as number { $id }.
addfeed-changed = <b>{ $title }</b> was here already, as number { $id }: it carries { $kind } now. Its new articles are read so; those that have come stay what they are.
addfeed-changed-listing = <b>{ $title }</b> was here already, as number { $id }: it carries { $kind } now, and its headlines are found by <code>{ $selector }</code>.
feed-kind =
    { $kind ->
        [news] news
        [columns] columns
       *[mixed] mixed
    }
suggestion-new = A reader suggests a source:
suggestion-button-add = Add
suggestion-button-ignore = Ignore
suggestion-ignored = Ignored:
suggestion-decided = An admin has decided on this already:
feeds-none = There are no feeds yet. Add the first with <code>/addfeed https://example.org/rss</code>.
feeds-title =
    { $count ->
        [one] { $count } feed
       *[other] { $count } feeds
    }{ $only ->
        [fail] {" "}in trouble
       *[all] {""}
    }{ $pages ->
        [one] {""}
       *[many] , { $from }–{ $to }
    }
feeds-words = I do not know what “{ $input }” means here. /feeds lists all feeds, <code>/feeds fail</code> those in trouble.
feeds-all-fine = All feeds are read without trouble.
feeds-button-back = ‹ Back
feeds-button-on = On ›
feeds-button-fail = Only those in trouble ({ $count })
feeds-button-all = All feeds
feeds-fine = read { $ago }, next { $next }
feeds-failing =
    { $count ->
        [one] failed once
       *[other] failed { $count } times
    }: { $reason }; next try { $next }
feeds-stopped = given up: { $reason }. /refresh tries it again.
feeds-moved = redirects permanently to { $to }; that address is adopted once this has lasted 3 days
feeds-asked-in-full = its server does not notice changes, so the feed is always fetched in full
feeds-new = not read yet
feeds-weight = counts { $weight } times as much as others
problems-none = All is well: nothing had to be set aside.
problems-title =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    }
problems-notice =
    { $count ->
        [one] Something could not be handled and was set aside
       *[other] { $count } things could not be handled and were set aside
    }
problems-when =
    { $times ->
        [one] once, { $ago }
       *[other] { $times } times, last { $ago }
    }
problems-more = … and { $count } more
problems-more-there = … and { $count } more: /problems lists them.
problems-there = Everything else goes on. /problems lists what was set aside.
problems-subject-subscription = Subscription { NUMBER($id, useGrouping: 0) }
problems-subject-feed = Feed { NUMBER($id, useGrouping: 0) }
problems-subject-article = Article { NUMBER($id, useGrouping: 0) }
problems-subject-story = Story { NUMBER($id, useGrouping: 0) }
problems-subject-columnist = Columnist { NUMBER($id, useGrouping: 0) }
problems-subject-paper = Paper { NUMBER($id, useGrouping: 0) }
problems-subject-edition = Edition { NUMBER($id, useGrouping: 0) }
problems-subject-delivery = Delivery { NUMBER($id, useGrouping: 0) }
problems-subject-update = Update { NUMBER($id, useGrouping: 0) }
problem-lost-zone = this machine does not know its time zone “{ $detail }”; that of DEFAULT_ZONE stands in its place, and the chat is told
problem-lost-times = its hours “{ $detail }” cannot be read; that of DEFAULT_TIME stands in their place, and the chat is told
problem-lost-weekdays = its weekdays “{ $detail }” cannot be read; its digest comes every day, and the chat is told
problem-lost-pause = the end of its pause ({ $detail }) cannot be read; it is not paused, and the chat is told
problem-lost-chat = the number of its chat ({ $detail }) cannot be read, so it was ended
problem-lost-value = what could not be read in it gave way to the usual ({ $detail })
problem-unreadable = it cannot be read and is left out ({ $detail })
problem-stuck = none of it could be sent, so it was given up; its news comes with the next digest
problem-other = it could not be handled ({ $code } { $detail })
removefeed-usage = Which feed? /feeds lists them with their numbers; then write, for example, <code>/removefeed 3</code>.
removefeed-none = There is no feed number { $id }. /feeds lists them.
removefeed-done = <b>{ $title }</b> is removed: its news is no longer shown.
undo = Undo
removefeed-undone = <b>{ $title }</b> is back.
exportfeeds-done =
    { $count ->
        [one] { $count } feed
       *[other] { $count } feeds
    } as OPML. Send me such a file, or a text file with a list of addresses, and I add what it names.
import-large = That file is too large: I read lists of feeds up to 1 MB.
import-started = That is a long list: I am reading it, and shall say what came of it.
import-done =
    Added { $added ->
        [one] { $added } feed
       *[other] { $added } feeds
    }{ $known ->
        [0] .
        [one] , { $known } was here already.
       *[other] , { $known } were here already.
    }{ $added ->
        [0] {""}
       *[other] {" "}I am reading them now; /feeds shows how they are doing.
    }
import-problems = Not taken:
import-problem = line { $line }: { $reason }
import-more = … and { $count } more
why-usage = Which story? Write the address of one of its headlines, or its number: <code>/why https://example.org/news/1</code> or <code>/why 12</code>.
why-none = There is no such story. Stories are found by the number that /why shows, or by the address of one of their headlines.
why-title =
    Story { NUMBER($id, useGrouping: 0) }: { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
why-place = Its place on { $day }: { $place } of { $stories } ({ $reason }).
why-pinned = It is pinned to the head of its day.
why-continues = It goes on from story { NUMBER($id, useGrouping: 0) }.
mergestories-usage = Which two are one story? /why shows their numbers; then write for example <code>/mergestories 12 20</code>: the articles of 12 go to 20.
mergestories-done = Story { $from } is part of story { $into } now.
mergestories-undone = Stories { NUMBER($from, useGrouping: 0) } and { NUMBER($into, useGrouping: 0) } are two again, and stay apart.
splitstory-usage = Which articles do not belong? /why shows their numbers; then write the story and the articles, for example <code>/splitstory 12 15 18</code>.
splitstory-none = Nothing was changed: the story is not there, or nothing would be left on one side. /why shows what is in a story.
splitstory-done = Taken out of story { NUMBER($story, useGrouping: 0) }: they are story { NUMBER($into, useGrouping: 0) } now.
splitstory-rest = The articles that you named stay story { NUMBER($story, useGrouping: 0) }, which bears the number of one of them. All others are story { NUMBER($into, useGrouping: 0) } now.
splitstory-undone = They are back in story { NUMBER($story, useGrouping: 0) }.
pinstory-usage = Which story? /why shows its number; then write for example <code>/pinstory 12</code>. A second time takes the pin away.
pinstory-done = Story { NUMBER($id, useGrouping: 0) } stands at the head of its day now.
pinstory-undone = Story { NUMBER($id, useGrouping: 0) } stands where its news put it again.
tagfeed-usage = Which feed, and in which sections shall it be? /feeds shows the numbers; sections are parted by commas: <code>/tagfeed 3 Sport, Local</code>. <code>/tagfeed 3 -</code> takes it out of all.
tagfeed-done = <b>{ $title }</b> is in these sections now: { $tags }.
tagfeed-none = <b>{ $title }</b> is in no section now; readers find it among the other sources.
tagfeed-many = A feed can be in { $most } sections at the most.
weighfeed-usage = Which feed, and how much does it count? /feeds shows the numbers; 1 is the usual, from 0.1 to 10: <code>/weighfeed 3 2</code>.
weighfeed-usual = Articles of <b>{ $title }</b> count as usual now.
weighfeed-done = Articles of <b>{ $title }</b> count { $weight } times as much as those of other feeds now.
columnists-none = No columns have come yet. A feed of columns is added with <code>/addfeed https://example.org/opinion.xml columns</code>.
columnists-title =
    { $count ->
        [one] { $count } columnist
       *[other] { $count } columnists
    }
columnists-columns =
    { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }
columnists-also = also known as { $names }
mergecolumnists-usage = Which two are one person? /columnists lists them with their numbers; then write, for example, <code>/mergecolumnists 3 5</code>: columns by 3 will then bear the name of 5.
mergecolumnists-none = There is no columnist number { $id }. /columnists lists them.
mergecolumnists-others = Other names have been merged into <b>{ $from }</b> already. Do it the other way round: <code>/mergecolumnists { $order }</code>.
mergecolumnists-done = Columns by <b>{ $from }</b> now bear the name <b>{ $into }</b>.
mergecolumnists-undone = <b>{ $name }</b> is a columnist of their own again.
feeds-pages =
    { $count ->
        [one] { $count } page could not be read
       *[other] { $count } pages could not be read
    }: { $reason }
refresh-started = Fetching all feeds …
refresh-done =
    Fetched { $feeds ->
        [one] { $feeds } feed
       *[other] { $feeds } feeds
    }: { $articles ->
        [0] nothing new
        [one] { $articles } new article
       *[other] { $articles } new articles
    }{ $failed ->
        [0] .
       *[other] . { $failed } failed; /feeds says why.
    }
topic-gone = The topic of <b>{ $title }</b> in which I brought the news is closed or deleted, so its digest has ended. Write <code>/start</code> in it when it is open again, or in another topic.
command-connect = Bring the digest to a channel
chat-admins-only = Only the admins of that chat can change its digest.
group-hello = Hello. An admin can write /start to have the day’s news here, in a topic too; /latest shows them now.
connect-which = Which channel shall get the digest? Pick it with the key below: you must be an admin there, and I become one with the right to post. Or make me an admin there and write <code>/connect @name</code>.
connect-button = Choose a channel
connect-cancel = No channel now
connect-cancelled = All right. /connect asks again.
connect-unknown = I cannot find that channel. Make me an admin there first, then write <code>/connect @name</code> or pick it with /connect.
connect-not-poster = In <b>{ $title }</b> I may not post yet. Make me an admin with the right to post messages.
connect-not-admin = Only an admin of <b>{ $title }</b> can bring the digest there.
connect-done =
    <b>{ $title }</b> gets the digest { $days } at <b>{ $time }</b> ({ $zone }). The first comes on <b>{ $next }</b>.

    Put its name before a preference to change that of the channel, for example <code>/time { $name } 08:00</code>, <code>/silent { $name }</code> or <code>/stop { $name }</code>.

## Reasons, as domain/reason.ts lists them

reason-text = { $text }
reason-paused = paused
reason-merged-into-next = merged into the next digest
reason-nothing-new = nothing new
reason-not-composed = could not be composed
reason-caught-up = caught up
reason-answered-by-start = answered by /start
reason-telegram-says = { $words }
reason-telegram-silent = no answer from Telegram ({ $error })
reason-telegram-timeout = no answer from Telegram (the time is up)
reason-telegram-unreadable = Telegram answered with something else
reason-stopped-before-answer = stopped before Telegram answered
reason-unclear-twice = { $reason }, twice: it may have arrived
reason-nothing-sendable = none of it can be sent
reason-telegram-status = it answers { $status }
reason-telegram-late = it did not answer in time
reason-telegram-not-an-api = its answer is not that of a Bot API server
reason-telegram-connection = the connection failed ({ $error })
reason-telegram-lookup = its name could not be looked up
reason-telegram-refused = the connection was refused
reason-telegram-reset = the connection was broken off
reason-telegram-connect-timeout = the connection could not be made in time
reason-telegram-no-route = there is no way to its network
reason-entry-too-long = it is too long for a message
reason-entry-unshowable = it cannot be shown ({ $error })
reason-stopped-by-reader = stopped by the reader
reason-bot-blocked = the bot was blocked
reason-bot-removed = the bot was put out of the chat
reason-bot-left = the bot is not in the chat any more
reason-bot-muted = the bot may not write in the chat
reason-bot-no-poster = the bot may not post in the channel
reason-topic-gone = its topic is closed or deleted
reason-chat-merged = it became chat { $chat }, which has its own digests
reason-chat-unreadable = the number of its chat cannot be read

reason-files-only = only files are read here
reason-no-address = { $address } is not an address
reason-other-protocol = only http and https addresses are read, not { $protocol }
reason-address-with-user = addresses with a user name or password are not read
reason-private-address = { $host } is a private or reserved address; it is not read unless the setting ALLOW_PRIVATE_ADDRESSES names it
reason-unusual-port = port { NUMBER($port, useGrouping: 0) } is no usual port of a web server; it is not read
reason-unsafe-redirect = it leads from https to { $to }, which is not safe
reason-many-redirects = it redirected more than { $most } times
reason-robots-disallow = its site asks robots not to read it (robots.txt)
reason-robots-unreadable = its site's robots.txt cannot be read: { $reason }
reason-no-such-server = there is no server of that name
reason-lookup-failed = the name of the server could not be looked up
reason-connection-refused = the server refused the connection
reason-connection-broken = the server broke the connection off
reason-connect-timeout = the server could not be reached in time
reason-headers-timeout = the server did not answer in time
reason-body-timeout = the server stopped in the middle of its answer
reason-timeout = it did not answer within { NUMBER($seconds, useGrouping: 0) } seconds
reason-long-headers = the server's headers are too long
reason-other-length = the server sent another length than it had announced
reason-unpack-failed = what the server sent cannot be unpacked
reason-packed-cut-off = what the server sent packed ends too early
reason-unknown-packing = it is packed as "{ $encoding }", which is not read
reason-no-http = the server does not answer as web servers do
reason-no-tls = the server does not speak https as it should
reason-certificate-expired = the server's certificate has expired
reason-certificate-self-signed = the server's certificate is signed by itself alone
reason-certificate-other-name = the server's certificate is for another name
reason-body-too-large = it is larger than { NUMBER($bytes, useGrouping: 0) } bytes
reason-body-too-slow = the server sends it too slowly
reason-much-framing = the server sends far more than its answer holds
reason-not-modified = nothing there has changed
reason-not-modified-unasked = the server answered "not changed" without being asked
reason-http-busy = the server asks to be left alone for a while ({ $status })
reason-http-busy-for = the server asks to be left alone for a while, for { NUMBER($seconds, useGrouping: 0) } seconds ({ $status })
reason-http-forbidden = the server does not let this be read ({ $status })
reason-http-not-found = there is nothing at this address (404)
reason-http-gone = the publisher has taken it down for good (410)
reason-http-status = the server answered { $status }

reason-empty = it is empty
reason-web-page = this is a web page, not a feed
reason-no-feed = it is no RSS, Atom or JSON Feed
reason-broken-feed = it is too broken to be read as a feed
reason-feed-too-deep = its elements nest deeper than { NUMBER($most, useGrouping: 0) } levels
reason-feed-many-elements = it holds more than { NUMBER($most, useGrouping: 0) } elements
reason-feed-many-values = it holds more than { NUMBER($most, useGrouping: 0) } values
reason-listing-many-elements = it has more than { NUMBER($most, useGrouping: 0) } elements
reason-listing-too-deep = it is nested more than { NUMBER($most, useGrouping: 0) } elements deep
reason-no-headlines = it holds no list of headlines
reason-few-headlines = it holds too few headlines to be a list of news
reason-no-channel-messages = the channel shows no messages outside Telegram
reason-an-article = it is an article, not a list of headlines
reason-selector-too-long = “{ $selector }” is longer than { $most } characters
reason-selector-too-slow = “{ $selector }” takes too long to match on this page
reason-selector-invalid = “{ $selector }” is not a CSS selector
reason-selector-without-match = “{ $selector }” matches no headlines on the page
reason-page-without-feed = this is a web page that names no feed, and { $reason }
reason-named-feed-unreadable = the feed that it names cannot be read: { $url }: { $reason }
reason-search-timeout = it was not found within { $seconds } seconds

reason-feed-without-address = its address is no web address
reason-feed-moved-here = moved here from { $from } on { $day }, as the publisher says
reason-feed-moved-to-known = it moved for good to { $to }, which is here already

reason-read-timeout = it took longer than { $seconds } seconds to read
reason-read-memory = it took more than { NUMBER($mb, useGrouping: 0) } MB of memory to read
reason-read-failed = it could not be read ({ $reason })
reason-still-too-costly = it took too long or too much memory to read, and has not changed since
reason-many-suspects = others like it are being read
reason-no-thread-answer = its thread gave no answer

reason-page-memory = it took more memory than a page may
reason-page-too-large = it is larger than { $mb } MB
reason-not-a-page =
    it is no web page but { $what ->
        [pdf] a PDF file
        [picture] a picture
        [archive] an archive
       *[feed] a feed
    }
reason-not-a-page-type = it is no web page but of the type { $type }
reason-page-many-elements = it has over { NUMBER($most, useGrouping: 0) } elements
reason-page-many-letters = it has over { NUMBER($most, useGrouping: 0) } letters
reason-page-too-deep = its text is nested too deeply
reason-no-article-before = { $reason }, and no article stands before
reason-no-article = the page holds no article text
reason-wall-captcha = the site asked whether we are a robot
reason-wall-missing = the site says that there is no such page
reason-wall-consent = the site shows a request for consent instead of the article
reason-wall-paywall = the article is behind a paywall

reason-kind-of-feed = its feed carries { $kind } only
reason-kind-schema-opinion = schema.org calls it an OpinionNewsArticle
reason-kind-schema-news = schema.org calls it a { $type }
reason-kind-address = its address has the section { $section }
reason-kind-section = it stands in the section { $section }
reason-kind-columnist-in-title = its title names a columnist
reason-kind-label-in-title = its title calls it an opinion
reason-kind-disclaimer = it says that its opinions are the author’s own
reason-kind-author-note = a note about its author stands at the end
reason-kind-unmarked = nothing says that it is a column

reason-story-first = It is the first to report this.
reason-story-same-address = It has the same address as “{ $title }”.
reason-story-same-title = It has the same title as “{ $title }”.
reason-story-shared-words = It is like “{ $title }” ({ $words }); its likeness to the story is { NUMBER($likeness, minimumFractionDigits: 2) }.
reason-story-shared-names = It shares names and numbers with “{ $title }” ({ $names }).
reason-story-joined = “{ $title }” belongs to both stories; their likeness is { NUMBER($likeness, minimumFractionDigits: 2) }.
reason-story-merged-by-admin = An admin put story { NUMBER($story, useGrouping: 0) } here.
reason-story-split-by-admin = An admin took it out of another story.
reason-rank =
    { $sources ->
        [one] { $sources } source
       *[other] { $sources } sources
    }{ $firsts ->
        [0] {""}
       *[other] , first at { $firsts } of them
    }{ $columns ->
        [0] {""}
        [one] , { $columns } column on it
       *[other] , { $columns } columns on it
    }, { $hours ->
        [0] told within the hour
        [one] last told { $hours } hour ago
       *[other] last told { $hours } hours ago
    }{ $weight ->
        [1] {""}
       *[other] , weight { $weight }
    }{ $days ->
        [1] {""}
       *[other] , day { $days } of its run
    }{ $routine ->
        [yes] , as on other days
       *[no] {""}
    }{ $pinned ->
        [yes] , pinned
       *[no] {""}
    }: { NUMBER($score, minimumFractionDigits: 2, useGrouping: 0) }

reason-list-unreadable = this is no list of feeds
reason-list-empty = there are no feeds in this file
reason-list-too-large = this file is larger than { $mb } MB
reason-list-timeout = this file took longer than { $seconds } seconds to read
reason-list-memory = this file took more than { $mb } MB of memory to read
reason-list-failed = this file could not be read ({ $reason })
reason-list-many-feeds = only the first { NUMBER($most, useGrouping: 0) } of { NUMBER($feeds, useGrouping: 0) } feeds were taken
reason-list-many-entries = only the first { NUMBER($most, useGrouping: 0) } entries were read
reason-list-cut-entry = this entry is cut off or lacks a quotation mark: { $entry }
reason-list-entry-without-feed = “{ $name }” names no feed
reason-list-folder-open = the folder “{ $name }” is not closed
reason-list-folders-deep = folders lie deeper than { $most } here: the inner ones are taken for one
reason-list-with-user = “{ $name }” wants a user name or password, and such feeds are not read
reason-list-no-address = “{ $address }” is not an address
reason-list-bad-address = “{ $name }” has no address that can be read: { $address }
reason-list-empty-address = “{ $name }” has no address that can be read: it is empty

reason-model-unreachable = the model's server cannot be reached: { $error }
reason-model-key-refused = the model's server does not accept the key: { $error }
reason-model-unknown = there is no such model or address: { $error }
reason-model-busy = the model's server is busy or broken: { $error }
reason-model-request-refused = the request was turned down: { $error }
reason-model-unreadable = the answer cannot be read: { $error }
reason-model-stopped = asking was ended
reason-model-timeout = the model did not answer within { $seconds } seconds
reason-model-cut-off = the answer was cut off
reason-model-declined = the model refused to answer
reason-summary-no-form = the answer is not of the form asked for
reason-summary-short = it is too short to say anything
reason-summary-long = it is longer than { $most } letters
reason-summary-link = it holds a link
reason-summary-no-prose = it holds signs that are no prose
reason-summary-cut-off = it ends in the middle of a sentence
reason-summary-headline = it repeats the headline
reason-translation-language = it is not in the language asked for ({ $language })
reason-unsupported-name = "{ $name }" is not in the article
reason-unsupported-words = most of its words are not in the article
reason-unsupported-number = the number { $number } is not in the article, or of something else there
