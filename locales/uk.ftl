### The Ukrainian words, in the order of en.ftl. The apostrophe is ʼ (U+02BC), quotation marks are «».

# By which dates, numbers and lists are written (BCP 47).
date-locale = uk-UA

## The bot's own page on Telegram: at most 512 characters in an empty chat, at most 120 on its profile

bot-description =
    Courant збирає новини дня в один дайджест і надсилає його тоді, коли вам зручно.

    Про одну подію — одна новина, хоч би скільки видань про неї писали; у колумністів — окреме місце, і кожен заголовок веде до першоджерела. Натисніть «Почати», щоб отримати останні новини.
bot-short-description = Новини дня в одному дайджесті — тоді, коли вам зручно.

## The digest

digest-columns = Колонки
digest-overview = Коротко
digest-head =
    { $stories ->
        [one] { $stories } новина
        [few] { $stories } новини
       *[many] { $stories } новин
    } · { $minutes } хв
digest-part =
    { $part ->
        [night] уночі
        [early] рано-вранці
        [morning] вранці
        [afternoon] удень
       *[evening] увечері
    }
digest-also = також
digest-paid = для передплатників
digest-translated = переклад
digest-whole = усе про це
digest-further =
    { $count ->
        [one] ще { $count } заголовок
        [few] ще { $count } заголовки
       *[many] ще { $count } заголовків
    }
digest-update = Оновлено:
digest-before = раніше:
digest-about = Тема:
digest-empty = За ці дні новин ще немає.
more-news =
    Ще новини{ $rest ->
        [0] {""}
       *[other] {" "}· { $rest }
    }
digest-followed = За чим ви стежите
digest-alerted = 🔔
digest-muted =
    Приховано { $count ->
        [one] { $count } заголовок
        [few] { $count } заголовки
       *[many] { $count } заголовків
    }
digest-muted-show = показати
left-out-title = Приховане
left-out-none = З цього вже нічого не приховано.
digest-end = Це все.
digest-review = Попередній дайджест: { $since }
more-day = { $day } · ще { $rest }
story-extent =
    { $outlets ->
        [one] { $outlets } видання
        [few] { $outlets } видання
       *[many] { $outlets } видань
    } · { $headlines ->
        [one] { $headlines } заголовок
        [few] { $headlines } заголовки
       *[many] { $headlines } заголовків
    }{ $days ->
        [1] {""}
        [one] {" "}· { $days } день
        [few] {" "}· { $days } дні
       *[many] {" "}· { $days } днів
    }
column-none = Цієї колонки вже немає в архіві. Сьогоднішні новини — /latest.
story-none = Цієї новини вже немає в архіві. Сьогоднішні новини — /latest.
more-news-private = Надіслав вам в особистий чат.
digest-late = Вчорашній дайджест із запізненням
digest-quiet = Тихий день: після попереднього дайджесту нічого нового.
digest-saved = На вас чекає відкладене: /saved
digest-reset-zone = Ваш часовий пояс не вдалося прочитати, тож дні й години я тепер рахую за { $zone }. Змінити — /timezone.
digest-reset-times = Години вашого дайджесту не вдалося прочитати, тож тепер він надходить о { $times }. Змінити — /time.
digest-reset-weekdays = Дні вашого дайджесту не вдалося прочитати, тож тепер він надходить щодня. Змінити — /days.
digest-reset-pause = Вашу паузу не вдалося прочитати, тож вона завершилася. Почати нову — /pause.

## Commands, as the menu shows them

command-start = Отримувати щоденний дайджест
command-suggest = Запропонувати джерело: /suggest URL
command-stop = Зупинити щоденний дайджест
command-latest = Останні новини
command-yesterday = Учорашні новини
command-search = Пошук у новинах: /search маяк
command-settings = Усі налаштування в одному місці
command-mute = Не показувати новин зі словом: /mute футбол
command-saved = Відкладене на потім
command-time = Години дайджесту: /time 07:30 19:00
command-days = Дні дайджесту: /days будні
command-timezone = Часовий пояс: /timezone Київ
command-pause = Призупинити дайджест: /pause 3 дні
command-resume = Завершити паузу
command-quiet = Писати й тоді, коли нічого нового: /quiet так
command-silent = Коли надсилати без звуку: /silent уночі
command-language = Мова: /language англійська
command-help = Що вміє цей бот
command-privacy = Що зберігається про вас
command-mydata = Отримати все, що зберігається про вас
command-deletedata = Видалити все, що зберігається про вас
command-id = Ваш номер у Telegram
command-addfeed = Додати стрічку: /addfeed URL [news|columns|mixed]
command-exportfeeds = Надіслати стрічки файлом (OPML)
command-feeds = Усі стрічки та їхній стан
command-problems = Що не вдалося обробити
command-removefeed = Вилучити стрічку: /removefeed 3
command-refresh = Завантажити всі стрічки зараз
command-columnists = Усі колумністи
command-why = Що входить до сюжету й чому: /why 12
command-mergestories = Обʼєднати два сюжети: /mergestories 12 20
command-splitstory = Вилучити матеріали із сюжету: /splitstory 12 15
command-pinstory = Закріпити сюжет на початку дня: /pinstory 12
command-tagfeed = Розділи стрічки: /tagfeed 3 Спорт, Місто
command-weighfeed = Вага стрічки: /weighfeed 3 2
command-mergecolumnists = Обʼєднати двох колумністів: /mergecolumnists 3 5

## For readers

# Where a channel is spoken of in a private chat, it is named, and where a choice is that of one hour, that.
whose-digest =
    { $about ->
        [channel] Дайджест для <b>{ $chat }</b>
       *[own] Ваш дайджест
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
    <b>Вітаю.</b> Дайджест новин надходитиме { $days } о <b>{ $time }</b> ({ $zone }).{ start-latest }

    Вибрати розділи й години — /settings, зробити перерву — /pause, зупинити зовсім — /stop.
first-what =
    <b>Налаштуймо дайджест під вас.</b> Вистачить трьох дотиків, а можна нічого й не змінювати: тоді він надходитиме { $days } о { $time } ({ $zone }) з усіма розділами.

    Що має бути в дайджесті?
first-everything = Усе
first-choose = Вибрати…
first-pick = Вимкніть зайве. Джерела, які додадуть згодом, зʼявляться в увімкнених розділах.
first-on = Далі ›
first-hour = О котрій надсилати дайджест?
first-keep = Залишити { $time }
first-another = Інший час…
first-zone = У вас зараз <b>{ $clock }</b> ({ $zone })?
first-yes = Так
first-no = Ні, вибрати…
first-zones = Де ви? Ось котра зараз година в різних містах світу: виберіть те, де вона та сама, що й у вас.
first-done-button = Залишити як було
first-done = <b>Готово.</b> Дайджест надходитиме { $days } о <b>{ $time }</b> ({ $zone }). Наступний: <b>{ $next }</b>. Усе це можна будь-коли змінити: /settings.
first-settings = Усі налаштування
location-button = Надіслати геопозицію
location-ask = Натисніть кнопку внизу. За вашим місцем я визначу лише часовий пояс, а самого місця не збережу.
location-wrong = Не знаю, який у цьому місці часовий пояс. Назвіть найближче велике місто, наприклад <code>/timezone Київ</code>.
location-done = Ваш часовий пояс — <b>{ $zone }</b>; зараз там { $clock }. Самого місця я не зберіг. Наступний дайджест: <b>{ $next }</b>.
start-latest =
    { $news ->
        [some] {" "}А ось останні новини.
       *[none] {""}
    }
start-again = Ваш дайджест надходить { $days } о <b>{ $time }</b> ({ $zone }).{ start-latest }
start-ends-pause = На цьому ваша пауза завершилася.
start-repeated = Ці новини ви щойно отримали; показати їх іще раз — /latest. Наступний дайджест: <b>{ $next }</b>.
start-empty = Новин за сьогодні та вчора ще немає. Наступний дайджест: <b>{ $next }</b>.
stop-done = { whose-digest } зупинено. Відновити його з тими самими годинами, днями та часовим поясом — { back-by-start }.
stop-words = Не знаю, що тут означає «{ $input }». Команда /stop без слів зупиняє дайджест одразу; <code>/pause 3 дні</code> призупиняє його на три дні.
stop-none =
    { $about ->
        [channel] <b>{ $chat }</b> зараз не отримує дайджесту. Щоб отримував — <code>/start { $channel }</code>.
       *[own] Зараз ви не отримуєте дайджесту. Підписатися — /start.
    }
schedule-kept = { whose-digest } зупинено. Відновити його { $days } о <b>{ $time }</b> ({ $zone }) — { back-by-start }.
latest-words = Не знаю, що тут означає «{ $input }»: у мене немає такого дня, розділу, джерела чи колумніста. Спробуйте <code>/latest вчора</code>, <code>/latest 14 червня</code>, <code>/latest 5</code> або назву джерела. Пошукати? Напишіть <code>/search { $input }</code>.
latest-which =
    Що саме ви маєте на увазі: «{ $input }»?{ $more ->
        [0] {""}
        [one] {" "}Є ще { $more } збіг: напишіть назву повніше.
        [few] {" "}Є ще { $more } збіги: напишіть назву повніше.
       *[many] {" "}Є ще { $more } збігів: напишіть назву повніше.
    }
day-none = За цей день новин немає: { $day }
day-none-of = <b>{ $of }</b>: за цей день нічого немає ({ $day }).
day-nearest = Найближчі новини:
day-first = ‹ Перша сторінка
day-more = Далі · { $rest } ›
latest-empty = Новин за сьогодні та вчора ще немає. Спробуйте трохи згодом або пошукайте давніші — /search.
latest-private = Усі новини — в особистому чаті
time-now =
    { whose-digest } надходить о <b>{ $time }</b> ({ $zone }). Наступний: <b>{ $next }</b>.

    Виберіть іншу годину або напишіть від однієї до чотирьох, наприклад <code>/time 07:30</code> чи <code>/time 8 19:30</code>.
time-ask-button = Інші години…
time-ask = О котрій надсилати дайджест? Напишіть у відповідь від однієї до чотирьох годин, наприклад: 8 19:30
time-wrong = Не розумію, котра це година: «{ $input }». Виберіть годину або напишіть від однієї до чотирьох, наприклад <code>/time 07:30</code> чи <code>/time 8 19:30</code>.
timezone-now =
    { $about ->
        [channel] Часовий пояс для <b>{ $chat }</b>
       *[own] Ваш часовий пояс
    } — <b>{ $zone }</b>; зараз там { $clock }. Наступний дайджест: <b>{ $next }</b>.

    Виберіть місце, де зараз та сама година, що й у вас, або напишіть місто чи країну, наприклад <code>/timezone Київ</code>.
timezone-ask-button = Інше місце…
timezone-ask = Де ви? Напишіть у відповідь місто чи країну.
timezone-wrong = Не знаю такого часового поясу, міста чи країни: «{ $input }». Виберіть місце, де зараз та сама година, що й у вас, або назвіть найближче велике місто, наприклад <code>/timezone Київ</code> чи <code>/timezone Нью-Йорк</code>.
timezone-guess = Не знаю такого місця: «{ $input }». Спершу — схожі за назвою; якщо вашого тут немає, виберіть місце, де зараз та сама година, що й у вас.
timezone-which = Що саме ви маєте на увазі: «{ $input }»? Поруч — котра там зараз година.

days-every = щодня
days-some = у { $names }
# Each as it stands in days-some.
on-weekday =
    { $day ->
        [1] понеділок
        [2] вівторок
        [3] середу
        [4] четвер
        [5] пʼятницю
        [6] суботу
       *[7] неділю
    }
days-now = { whose-digest } надходить { $days } о <b>{ $time }</b> ({ $zone }). Наступний: <b>{ $next }</b>.
days-wrong = «{ $input }» — не дні тижня. Виберіть їх або напишіть, наприклад, <code>/days пн ср пт</code>, <code>/days будні</code> чи <code>/days щодня</code>.
days-last = Має лишитися хоча б один день. Зупинити дайджест — /stop.
days-button-week = Понеділок–пʼятниця
days-button-every = Щодня
pause-none = { whose-digest } не на паузі. На скільки його призупинити? Виберіть або напишіть, наприклад, <code>/pause 10 днів</code> чи <code>/pause до 10.01.2027</code>. Усе пропущене надійде потім одним дайджестом.
pause-now = { whose-digest } на паузі. Вона завершиться: { $until }. Наступний: <b>{ $next }</b>, з усім, що ви пропустите до того часу.
pause-wrong = Не розумію, на скільки призупинити: «{ $input }». Виберіть тривалість або напишіть дні, тижні чи дату протягом року, наприклад <code>/pause 3 дні</code>, <code>/pause 2 тижні</code> чи <code>/pause до 10.01.2027</code>.
pause-button =
    { $days ->
        [1] 1 день
        [7] 1 тиждень
        [14] 2 тижні
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    }
pause-button-end = Завершити паузу
pause-ask-button = Інша тривалість…
pause-ask = На скільки призупинити? Напишіть у відповідь дні, тижні чи дату, наприклад: 10 днів, 2 тижні або 10.01.2027
resume-done = { whose-digest } не на паузі. Наступний: <b>{ $next }</b>.
quiet-is-on = { about-chat }Якщо нічого нового не буде, у звичну годину надійде рядок про це.
quiet-is-off = { about-chat }Якщо нічого нового не буде, нічого й не надійде.
quiet-wrong = Напишіть <code>/quiet так</code>, щоб отримувати рядок і тоді, коли нічого нового немає, або <code>/quiet ні</code>.
quiet-button-on = Писати, коли нічого нового
quiet-button-off = Не писати
silent-night = { whose-digest } з 22:00 до 07:00 надходить без звуку, а вдень — зі звуком.
silent-always = { whose-digest } завжди надходить без звуку.
silent-never = { whose-digest } завжди надходить зі звуком.
silent-wrong = Напишіть <code>/silent уночі</code>, <code>/silent завжди</code> або <code>/silent ніколи</code>.
silent-button-night = Уночі без звуку
silent-button-always = Завжди без звуку
silent-button-never = Завжди зі звуком

language-now =
    { $about ->
        [channel] Мова дайджесту для <b>{ $chat }</b>
       *[own] Мова, якою я вам пишу,
    } — <b>{ $language }</b>. Заголовки й короткий зміст лишаються мовою джерела.
language-wrong = Такої мови не знаю: «{ $input }». Виберіть одну з цих.
choice-on = ✓ { $name }
settings-back = ‹ Налаштування
settings-page-back = ‹ Назад
settings-page-on = Сторінка { $page } з { $pages } ›
settings-stale = Тим часом дещо змінилося. Ось як усе зараз.
settings-title =
    { $about ->
        [channel] Дайджест для <b>{ $chat }</b>
       *[own] <b>Ваш дайджест</b>
    }
settings-comes = <b>Надходить:</b> { $days } о { $time } ({ $zone })
settings-next = <b>Наступний:</b> { $next }
settings-paused = <b>Пауза завершиться:</b> { $until }
settings-silent-night = <b>Звук:</b> вимкнено з 22:00 до 07:00
settings-silent-always = <b>Звук:</b> вимкнено
settings-silent-never = <b>Звук:</b> завжди
settings-quiet-on = <b>Тихі дні:</b> рядок про те, що нового немає
settings-quiet-off = <b>Тихі дні:</b> нічого не надходить
settings-language = <b>Мова:</b> { $language }
settings-brings = <b>Зміст:</b> { $what }
settings-brings-all = усе
settings-brings-but = усе (вимкнено: { $names })
settings-brings-without =
    без { $count ->
        [one] { $count } джерела
        [few] { $count } джерел
       *[many] { $count } джерел
    }
settings-kinds-all = <b>Види:</b> новини й колонки
settings-kinds-news = <b>Види:</b> лише новини
settings-kinds-columns = <b>Види:</b> лише колонки
settings-more = <b>Більша вага:</b> { $names }
settings-less = <b>Менша вага:</b> { $names }
settings-capped = <b>Не більше на сторінці:</b> { $names }
settings-cap = { $name } — { $most }
settings-languages-off = <b>Мови новин:</b> усі (вимкнено: { $names })
settings-translated = <b>Переклад:</b> новини іншими мовами
settings-length-headlines = <b>Обсяг:</b> лише заголовки
settings-length-short = <b>Обсяг:</b> стислий
settings-length-usual = <b>Обсяг:</b> звичайний
settings-length-long = <b>Обсяг:</b> великий
settings-length-minutes =
    <b>Обсяг:</b> { $minutes ->
        [one] { $minutes } хвилина
        [few] { $minutes } хвилини
       *[many] { $minutes } хвилин
    }
settings-pictures-off = <b>Фото:</b> без них
settings-pictures-small = <b>Фото:</b> малі
settings-pictures-large = <b>Фото:</b> великі
settings-muted = <b>Приховано:</b> { $names }
settings-muted-word = «{ $name }»
settings-followed =
    <b>За чим стежите:</b> { $count ->
        [one] { $count } тема
        [few] { $count } теми
       *[many] { $count } тем
    }
settings-hour =
    <b>О { $time }{ $days ->
        [none] {""}
       *[other] {" "}({ $days })
    }:</b> окремий зміст — { $what }
settings-others = ще { $count }
count-columnists =
    { $count ->
        [one] { $count } колумніст
        [few] { $count } колумністи
       *[many] { $count } колумністів
    }
count-stories =
    { $count ->
        [one] { $count } сюжет
        [few] { $count } сюжети
       *[many] { $count } сюжетів
    }
settings-button-brings = Зміст
settings-button-time = Години
settings-button-days = Дні
settings-button-timezone = Пояс
settings-button-silent = Звук
settings-button-pause = Пауза
settings-button-quiet = Тихі дні
settings-button-length = Обсяг
settings-button-pictures = Фото
settings-button-language = Мова
settings-button-languages = Мови
settings-button-kinds = Новини й колонки
settings-button-muted = Приховане
settings-button-followed = За чим стежу
settings-button-chats = Групи й канали
settings-button-hour = Зміст о { $time }
settings-button-preview = Перегляд: що надійшло б зараз
chats-page = Чий дайджест? Ось групи, їхні теми й канали, де ви його налаштовували й досі маєте на це право.
chats-topic = { $title } · тема { $topic }
chats-none = Груп чи каналів, які ви маєте право налаштовувати, більше немає.
chats-own = ‹ Мій власний
hour-page =
    { about-chat }<b>Що надходить о { $time }</b>

    Те саме, що й в інші години. Але ця година може мати окремий зміст — наприклад, лише спорт.
hour-page-own =
    { about-chat }<b>Що надходить о { $time }</b>{ $days ->
        [none] {""}
       *[other] {" "}({ $days })
    }

    Окремий зміст. Що надійшло однієї години, не повториться іншої; а що тут вимкнено, надійде найближчої години, де це ввімкнено. Приховане й те, за чим ви стежите, — спільні для всіх годин.
hour-usual = Як завжди
hour-own = Окремий
hour-days = { about-chat }У які дні надсилати дайджест о { $time }?
hour-last = Хоча б одна година має лишитися зі звичайним змістом. Спершу додайте ще одну годину.
paper-empty = Тоді не буде чого надсилати. Хоч щось має лишитися ввімкненим.
paper-too-many = Більше ніж 50 не можна. Спершу щось приберіть.
brings-page =
    { about-chat }<b>Зміст дайджесту</b>

    Вимкніть розділи, які вам не потрібні; праворуч — їхні джерела. Джерело, яке додадуть згодом, зʼявиться в увімкнених розділах.
brings-no-feeds = Джерел ще немає, тож вибирати поки немає з чого.
section-nameless = Інші джерела
section-feeds =
    { $count ->
        [one] { $count } джерело ›
        [few] { $count } джерела ›
       *[many] { $count } джерел ›
    }
section-page =
    { about-chat }<b>{ $name }</b>

    Що більша вага розділу чи джерела, то частіше його новини потрапляють до дайджесту. Тут же можна обмежити, скільки сюжетів і колонок розділу буде на сторінці, поки є інші; решта — за кнопкою «Ще новини». Натисніть джерело, щоб увімкнути чи вимкнути його, а кнопку поруч — щоб змінити його вагу.
section-page-off =
    { about-chat }<b>{ $name }</b>

    Розділ вимкнено.
section-on = У моєму дайджесті
section-only = Лише це
section-back = ‹ Зміст
step-feed-less = менша вага
step-feed-usual = середня вага
step-feed-more = більша вага
cap-none = без межі
cap-most = не більше { $most }
step-less = менша
step-usual = середня
step-more = більша
kinds-page = { about-chat }Що надсилати: новини, колонки чи все разом?
kinds-all = Усе разом
kinds-news = Новини
kinds-columns = Колонки
languages-page = { about-chat }Якими мовами надсилати новини? Мови без позначки вимкнено.
languages-page-translated = { about-chat }Якими мовами надсилати новини? Мови без позначки вимкнено. Заголовки й короткий зміст можуть також надходити в перекладі моделі, з позначкою про це; що вона перекладе з помилками, лишиться мовою джерела.
translated-button = Перекладати інші: { $language }
languages-last = Має лишитися хоча б одна мова.
length-page =
    { about-chat }<b>Обсяг</b>

    <b>Заголовки</b> — лише вони, без короткого змісту; <b>стислий</b> — десять новин і колонок. Хвилини — скільки читати заголовки з коротким змістом, по 220 слів за хвилину.
length-headlines = Заголовки
length-short = Стислий
length-usual = Звичайний
length-long = Великий
length-minutes = { $minutes } хв
length-ask-button = Інше число…
length-ask = На скільки хвилин читання? Напишіть у відповідь число від 1 до 30.
length-wrong = Потрібне число хвилин від 1 до { $most }, а не «{ $input }».
pictures-page = { about-chat }Показувати фото до перших новин? У дайджесті воно одне — до головної новини.
pictures-off = Ні
pictures-small = Малі
pictures-large = Великі
mute-ask-button = Приховати слово…
mute-ask = Яке слово приховати? Напишіть його у відповідь: заголовків, де воно є в будь-якій формі, у дайджесті не буде.
mute-muted = { about-chat }Приховано: <b>{ $word }</b>. Заголовків, де це слово є в будь-якій формі, більше не буде.
mute-known = { about-chat }<b>{ $word }</b> вже приховано.
mute-short =
    «{ $input }» — закоротке слово, зникло б забагато. У ньому має бути щонайменше { $fewest ->
        [one] { $fewest } літера
        [few] { $fewest } літери
       *[many] { $fewest } літер
    }, як-от у <code>/mute футбол</code>.
mute-long = Це задовго: у слові, яке приховують, має бути щонайбільше { $most } літер.
mute-empty-words = «{ $input }» трапляється в надто багатьох заголовках, щоб його приховати. Напишіть виразніше слово, наприклад <code>/mute футбол</code>.
mute-undo-button = Скасувати
mute-undone = { about-chat }<b>{ $word }</b> більше не приховано.
muted-none = { about-chat }Нічого не приховано.
muted-page =
    { about-chat }<b>Приховане</b>

    У дайджесті цього немає, але сказано, скільки прибрано. Натисніть, щоб повернути.
muted-word = • слово «{ $name }»
muted-columnist = • колонки, автор — { $name }
muted-story = • сюжет «{ $name }», на кілька днів
muted-feed = • джерело { $name }
take-back = ✕ { $name }
followed-none = { about-chat }Ви ні за чим не стежите. Кнопка <b>Стежити</b> є на сторінці сюжету чи колонки (<b>…</b>, <b>також</b> або <b>+3</b> біля заголовка) і колумніста (його імʼя); <b>Зберегти</b> під результатами пошуку — щоб стежити за тим, що він знаходить.
followed-page =
    { about-chat }<b>За чим стежите</b>

    Кнопкою поруч можна вибрати, повідомляти одразу чи лише в дайджесті.
followed-columnist = • колонки, автор — { $name }
followed-story = • сюжет «{ $name }»
followed-search = • пошук «{ $name }»
followed-alert = одразу
followed-digest = у дайджесті
preview-head = { whose-digest } зараз був би таким. Це лише перегляд: усе це буде й у наступному дайджесті.
preview-empty = { whose-digest } зараз був би порожнім: нічого нового.

not-subscribed =
    { $about ->
        [channel] <b>{ $chat }</b> зараз не отримує дайджесту. Щоб отримував — <code>/start { $channel }</code>.
       *[own] Зараз ви не отримуєте дайджесту. Щоб отримувати — /start.
    }

save-button = Відкласти
save-button-saved = ✓ Відкладено
save-saved = Відкладено. Усе відкладене — /saved.
save-undone = Більше не відкладено.
save-gone = Цієї новини вже немає в архіві.
save-full = Ви відклали стільки, скільки я можу зберегти, і нічого з цього не прочитали. Спершу щось приберіть: /saved.
stance-button-followed =
    { $kind ->
        [author] Стежити за автором
       *[other] Стежити
    }
stance-button-on-followed = ✓ Стежу
stance-button-muted =
    { $kind ->
        [story] Приховати сюжет
        [author] Приховати автора
       *[columnist] Приховати
    }
stance-button-on-muted = ✓ Приховано
stance-followed =
    { $kind ->
        [story] Тепер ви стежите за цим сюжетом. Перелік — у /settings.
       *[columnist] Тепер ви стежите за колонками цього автора. Перелік — у /settings.
    }
stance-muted =
    { $kind ->
        [story] Цей сюжет і його продовження приховано на сім днів. Усе приховане — /mute.
       *[columnist] Колонки цього автора приховано. Усе приховане — /mute.
    }
stance-none = Скасовано.
columnist-none = Цього колумніста вже немає в архіві. Сьогоднішні новини — /latest.
share-button = Поділитися
saved-title =
    { $list ->
        [done] Прочитане
       *[waiting] Відкладене на потім
    } · { $count }{ $pages ->
        [one] {""}
       *[many] , { $from }–{ $to }
    }
saved-when = відкладено: { $day }
saved-none-waiting = Нічого не відкладено. Відкрийте новину чи колонку (<b>…</b>, <b>також</b> або <b>+3</b> біля заголовка) й натисніть <b>Відкласти</b>.
saved-none-done = Тут поки нічого: сюди потрапляє те, що ви позначили прочитаним.
saved-now-done = Прочитано: «{ $title }»
saved-now-removed = Прибрано: «{ $title }»
saved-now-waiting = Знову до читання: «{ $title }»
saved-gone = Цього в переліку вже немає. Ось який він зараз.
saved-remind-unsubscribed = Нагадування надходить разом із дайджестом, а його ви зараз не отримуєте. Щоб отримувати — /start.
saved-remind-on = Раз на тиждень дайджест нагадуватиме, що є непрочитане.
saved-remind-off = Більше не нагадуватиму.
saved-button-remind-on = Нагадувати раз на тиждень
saved-button-remind-off = ✓ Нагадую раз на тиждень
saved-button-done = Прочитане ({ $count })
saved-button-waiting = До читання ({ $count })

suggest-usage = Яке джерело ви хотіли б тут читати? Напишіть його адресу, наприклад <code>/suggest https://example.org</code>, надішліть саму адресу або перешліть мені допис публічного каналу. Вирішують адміністратори.
suggest-offer = Хотіли б читати це тут? Можу запропонувати тим, хто вибирає джерела.
suggest-button = Запропонувати це джерело
suggest-add = Додати це джерело?
suggest-button-add = Додати це джерело
suggest-done = Дякую: пропозицію передано адміністраторам, вони й вирішать.
suggest-no-admins = Зараз тут ніхто не вибирає нових джерел. Щоб шукати за словами, напишіть їх без адреси.
suggest-unreached = Саме зараз не можу звʼязатися з адміністраторами. Спробуйте згодом.
suggest-refused = Цього запропонувати не можна: { $reason }.
suggest-no-address = «{ $input }» — не адреса. Адреса має такий вигляд: <code>https://example.org</code>.
suggest-known = Це джерело вже є.
suggest-again = Це вже хтось запропонував.
suggest-many =
    Сьогодні ви запропонували { $most ->
        [one] { $most } джерело
        [few] { $most } джерела
       *[many] { $most } джерел
    }. Решту — завтра, будь ласка.
suggest-busy = Сьогодні запропоновано стільки джерел, що більше я адміністраторам не передаю. Спробуйте завтра.

search-usage = Що шукати? Напишіть слова у відповідь. Я знайду матеріали, у яких є вони всі, у будь-якій формі. Можна й так: «саме ці слова», -зайве, вибор*, одне АБО інше, від:автор, з:джерело, у:розділ, вид:колонка, мова:uk, після:2024-06-01, до:2024-07, на:14 червня.
search-no-words = У «{ $input }» немає слів, які можна шукати. Напишіть, наприклад, <code>/search маяк</code>.
search-long = Це задовго: у запиті може бути щонайбільше { $words } слів та операторів, разом до { $limit } символів.
search-late = Пошук тривав надто довго, тож я його зупинив. Спробуйте довші слова або трохи згодом.
search-busy = Саме зараз шукає багато читачів. Спробуйте за хвилину.
search-none = За запитом <b>{ $question }</b> нічого не знайдено.
search-understood = Я зрозумів його так: { $question }
search-fewer = Спробуйте менше слів або лише початок слова.
search-meant = Можливо, ви мали на увазі
search-without = Без «{ $part }»
search-results =
    : { $counted ->
        [about] близько { $total ->
            [one] { $total } матеріалу
            [few] { $total } матеріалів
           *[many] { $total } матеріалів
        }
       *[all] { $total ->
            [one] { $total } матеріал
            [few] { $total } матеріали
           *[many] { $total } матеріалів
        }
    }{ $pages ->
        [one] {""}
       *[many] , { $from }–{ $to }
    }
search-widened = Саме таких слів ніде немає; ось матеріали зі словами, що так починаються.
search-cut = Слів із таким початком дуже багато: шукаю найпоширеніші з них.
search-partial = Переглянути все я не встиг: можливо, є й інші матеріали.
search-unknown = Джерела чи розділу «{ $name }» тут немає.
search-note-not-operator = Оператора «{ $words }» я не знаю, тож шукаю його як слово.
search-note-not-operator-without = Оператора «{ $words }» я не знаю, тож виключаю його як слово.
search-note-no-star = В іменах авторів зірочка не діє, тож «{ $words }» я читаю без неї.
search-note-no-value = «{ $words }»: тут нічого не названо, тож це я пропустив.
search-note-not-day = «{ $words }»: такого дня в календарі немає, тож це я пропустив.
search-note-days-without = «{ $words }»: днів виключати я не вмію, тож це я пропустив.
search-note-days-or = «{ $words }»: днів через АБО я не поєдную, тож їх я пропустив.
search-note-days-none = «{ $words }»: ці дні виключають один одного, тож їх я пропустив.
search-note-not-kind = «{ $words }»: такого виду немає, є новини й колонки; це я пропустив.
search-note-not-language = «{ $words }»: такої мови я не знаю, тож це я пропустив.
search-by-relevance = За відповідністю
search-by-date = За датою
search-follow = Зберегти
search-follow-changed = Збережено. Усе, що знайде цей пошук, буде на початку дайджесту. Перелік: /settings → «За чим стежу».
search-follow-wide = Цей пошук знаходить понад пʼяту частину новин за тиждень. Уточніть його, а тоді збережіть.
search-follow-past = За дні цього пошуку нового вже не буде. Приберіть їх, а тоді збережіть.
search-follow-late = Це тривало задовго. Спробуйте ще раз трохи згодом.
search-follow-long = Цей запит задовгий, щоб його зберегти. Скоротіть його.
search-follow-not-subscribed = Зараз ви не отримуєте дайджесту. Надішліть /start, а тоді збережіть пошук.
search-previous = ‹ Попередні
search-next = Наступні ›
search-sources =
    { $count ->
        [one] +{ $count } джерело
        [few] +{ $count } джерела
       *[many] +{ $count } джерел
    }
search-newer = ‹ Новіші
search-older = Давніші ›
search-column = колонка
inline-nothing = Нічого не знайдено. Шукати в чаті з ботом ›
inline-long = Запит задовгий. Шукати в чаті з ботом ›
inline-busy = Зараз пошук триває задовго. Шукати в чаті з ботом ›
inline-empty = Новин за сьогодні та вчора ще немає.
list-more = … і ще { $count }; це більше повідомлень, ніж я надсилаю за раз.
button-expired = Ця кнопка вже застаріла. Надішліть команду ще раз.
button-no-digest = Ця кнопка вже застаріла: дайджест зараз не надходить. Щоб повернути його, надішліть /start.
undo-gone = Ця кнопка вже застаріла: це вже скасовано або відтоді все змінилося.
more-news-gone = Ця кнопка вже застаріла: того, до чого вона веде, більше немає.
day-gone = Ця кнопка вже застаріла: того, чиї новини тут були, більше немає. Ось усі новини того дня.
fresh-news = Останні новини
fresh-settings = Поточні налаштування
fresh-mutes = Що приховано зараз
fresh-feeds = Джерела зараз
fresh-columnists = Колумністи зараз
fresh-story = Сюжет зараз

help-text =
    <b>Courant</b> надсилає вам новини дня одним дайджестом — у годину, яку ви виберете.

    { $commands }
help-admin =
    <b>Для адміністраторів</b>

    { $commands }
privacy-text =
    <b>Що зберігається про вас</b>

    { $lines }

    Ваше імʼя, повідомлення та пошукові запити, крім збережених вами, не зберігаються. Поки ви пишете, ваш номер кілька хвилин лишається в памʼяті програми, щоб ніхто не писав надто часто й жодна новина не надійшла двічі.

    Усе це надішле /mydata, видалить — /deletedata; /stop лише зупиняє дайджест. Група чи канал із дайджестом має власний номер, налаштування й доставки, а про учасників не зберігається нічого. Ці налаштування спільні для всіх, хто може змінювати дайджест: вони бачать, що там приховано й за чим стежать. Те, що приховуєте й за чим стежите ви самі, туди не потрапляє.
privacy-number = ваш номер у Telegram, він же номер вашого чату зі мною, щоб дайджест знайшов вас; відколи ви його отримуєте, а якщо він завершився — коли й чому
privacy-choices = що ви вибрали: години, дні, часовий пояс, мова (якщо ви не вибрали жодної, а вам щось надходить, — мова вашого застосунку), звук, пауза й нагадування; а також які новини вам потрібні (зокрема в окремі години), що приховуєте й за чим стежите
privacy-chats = групи й канали, налаштування яких ви відкривали, щоб /settings показував їх вам
privacy-deliveries = які дайджести й сповіщення про те, за чим ви стежите, надіслано вам за останні 30 днів, коли й з якими новинами, та що ви вже отримали, щоб нічого не надійшло двічі
privacy-saved = новини й колонки, які ви відклали, щоб прочитати потім, і остання прибрана, щоб це можна було скасувати
privacy-suggestions = джерела, які ви запропонували, коли саме та що вирішили адміністратори (їм не кажуть, хто запропонував)
privacy-problems = протягом 30 днів — що з цього не вдалося прочитати чи надіслати, щоб це бачили адміністратори бота
mydata-done = Це все, що зберігається про вас. Що це означає — /privacy, видалити — /deletedata.
deletedata-sure = Видалити все, що зберігається про вас? Дайджест на цьому завершиться, а все, що ви вибрали й відклали, зникне назавжди. Спершу отримати все це — /mydata.
deletedata-button-yes = Видалити все
deletedata-button-no = Залишити
deletedata-done = Видалено: про вас більше нічого не зберігається. Від запропонованих вами джерел лишаються адреси, але вже без того, хто запропонував. Написане мною лишається в цьому чаті, доки ви не видалите його тут, а копії бази даних, які раніше зробив власник бота, може видалити лише він. Почати знову — /start.
deletedata-not-done = Нічого не видалено.

id-is = Ваш номер у Telegram — <code>{ $id }</code>. Щоб ви стали адміністратором, його треба вказати в налаштуваннях бота, у ADMIN_IDS.
ephemeral-gone = Відповідь, яку бачили лише ви, вже зникла. Надішліть команду ще раз.
private-only = Напишіть мені, будь ласка, в особистий чат: я відповідаю там.
unknown-command = Не знаю такої команди. Усе, що я вмію, — /help.
free-text-searched = Я пошукав ці слова в новинах. Що ще я вмію — /help.
unread-message =
    Дякую за { $what ->
        [photo] фото
        [sticker] наліпку
        [voice] голосове повідомлення
        [audio] музику
        [video] відео
        [video_note] відео
        [animation] анімацію
        [document] файл
        [location] геопозицію
        [contact] контакт
        [poll] опитування
        [dice] кубик
       *[other] історію
    }! Але я читаю лише слова: напишіть, що шукаєте, або /latest, щоб побачити новини.
too-fast = Для мене це зашвидко: відповім на останнє з того, що ви написали, а решту пропущу.
too-many = Ви пишете мені дуже часто. Відповім за хвилину.
second-hand = Я виконую лише те, що ви пишете мені самі, а не переслане чи надіслане через іншого бота. Наберіть це, будь ласка, або надішліть файл самі. Допис, пересланий із каналу, — це для мене пропозиція читати той канал.
forward-private = Дякую! Цей канал не має публічної назви, тож прочитати його я не можу.
problem-update-failed = На чиєсь повідомлення не вдалося відповісти: { $detail }
something-wrong = У мене щось пішло не так. Спробуйте ще раз.

## For admins

problem-not-shown = не потрапляє до дайджестів: { $detail }
problem-not-composed = дайджест не вдалося скласти, тож його пропущено: { $detail }

not-admin = Ця команда — для адміністраторів бота.
not-admin-but = Ця команда — для адміністраторів бота. Ваш номер — <code>{ $id }</code>: власник бота може зробити вас адміністратором, додавши його до ADMIN_IDS.
first-feeds =
    <b>Стрічок ще немає.</b> Ви адміністратор цього бота, тож вам і вибирати, що він читатиме. Додайте потрібне за адресою — стрічки або сайту:

    <code>/addfeed https://example.org/rss</code>

    Або почніть із короткого переліку відомих видань; зайве вилучить /removefeed. Власний перелік (OPML або текстовий файл з адресами) можна надіслати мені файлом.
first-feeds-button = Додати перелік для початку
addfeed-usage =
    Яку стрічку? Напишіть її адресу, а якщо в ній не новини — то й що саме:

    <code>/addfeed https://example.org/rss</code>
    <code>/addfeed https://example.org/opinion.xml columns</code>

    Підійде й сайт або сторінка із заголовками: стрічку я пошукаю сам. Якщо заголовків не розпізнано, додайте CSS-селектор:

    <code>/addfeed https://example.org/all news .headline a</code>
addfeed-several = На цій сторінці вказано кілька стрічок. Яку додати?
addfeed-more = Там є й інші. Щоб додати якусь із них, надішліть її адресу.
addfeed-kind = «{ $input }» — не вид стрічки. Виберіть <b>news</b> (новини), <b>columns</b> (колонки, підписані авторами) або <b>mixed</b> (і те, й те).
addfeed-no-address = «{ $input }» — не адреса. Адреса має такий вигляд: <code>https://example.org/rss</code>.
addfeed-unreadable =
    Не додано: { $input }. Причина: { $reason }.

    Потрібна адреса стрічки (RSS, Atom), сторінки, на якій її вказано, або сторінки із заголовками.
addfeed-done =
    Додано: <b>{ $title }</b> ({ feed-kind }{ $format ->
        [listing] {" "}зі сторінки із заголовками
       *[feed] {""}
    }), номер { $id }: { $items ->
        [0] записів у ній ще немає; я перевірю згодом
        [one] { $items } запис
        [few] { $items } записи
       *[many] { $items } записів
    }.
addfeed-restored = <b>{ $title }</b> знову тут, разом із давнішими матеріалами ({ feed-kind }), номер { $id }.
addfeed-known = <b>{ $title }</b> вже є, номер { $id }.
addfeed-changed = <b>{ $title }</b> вже є, номер { $id }; відтепер це { feed-kind }. Так читатимуться нові матеріали; ті, що вже надійшли, не зміняться.
addfeed-changed-listing = <b>{ $title }</b> вже є, номер { $id }; відтепер це { feed-kind }, а заголовки шукатимуться за селектором <code>{ $selector }</code>.
feed-kind =
    { $kind ->
        [news] новини
        [columns] колонки
       *[mixed] новини й колонки
    }
suggestion-new = Читач пропонує джерело:
suggestion-button-add = Додати
suggestion-button-ignore = Відхилити
suggestion-ignored = Відхилено:
suggestion-decided = Адміністратор уже вирішив щодо цього:
feeds-none = Стрічок ще немає. Додайте першу: <code>/addfeed https://example.org/rss</code>.
feeds-title =
    { $count ->
        [one] { $count } стрічка
        [few] { $count } стрічки
       *[many] { $count } стрічок
    }{ $only ->
        [fail] {" "}з помилками
       *[all] {""}
    }{ $pages ->
        [one] {""}
       *[many] , { $from }–{ $to }
    }
feeds-words = Не знаю, що тут означає «{ $input }». Усі стрічки — /feeds, лише з помилками — <code>/feeds fail</code>.
feeds-all-fine = Усі стрічки читаються без помилок.
feeds-button-back = ‹ Назад
feeds-button-on = Далі ›
feeds-button-fail = Лише з помилками ({ $count })
feeds-button-all = Усі стрічки
feeds-fine = прочитано { $ago }, далі — { $next }
feeds-failing =
    { $count ->
        [1] не прочитано
        [one] не прочитано { $count } раз поспіль
        [few] не прочитано { $count } рази поспіль
       *[many] не прочитано { $count } разів поспіль
    }: { $reason }; наступна спроба — { $next }
feeds-stopped = більше не читається: { $reason }. Спробувати ще раз — /refresh.
feeds-moved = постійно переспрямовує на { $to }; якщо так триватиме 3 дні, цю адресу буде прийнято
feeds-asked-in-full = її сервер не помічає змін, тому стрічку щоразу завантажуємо повністю
feeds-new = ще не прочитано
feeds-weight = вага { $weight }
problems-none = Усе гаразд: відкладати нічого не довелося.
problems-title =
    { $count ->
        [one] { $count } проблема
        [few] { $count } проблеми
       *[many] { $count } проблем
    }
problems-notice =
    { $count ->
        [1] Дещо не вдалося обробити, тож я його відклав
        [one] Не вдалося обробити й довелося відкласти: { $count } випадок
        [few] Не вдалося обробити й довелося відкласти: { $count } випадки
       *[many] Не вдалося обробити й довелося відкласти: { $count } випадків
    }
problems-when =
    { $times ->
        [1] один раз, { $ago }
        [one] { $times } раз, востаннє { $ago }
        [few] { $times } рази, востаннє { $ago }
       *[many] { $times } разів, востаннє { $ago }
    }
problems-more = … і ще { $count }
problems-more-there = … і ще { $count }: усі перелічує /problems.
problems-there = Решта працює далі. Що відкладено — /problems.
problems-subject-subscription = Підписка { NUMBER($id, useGrouping: 0) }
problems-subject-feed = Стрічка { NUMBER($id, useGrouping: 0) }
problems-subject-article = Матеріал { NUMBER($id, useGrouping: 0) }
problems-subject-story = Сюжет { NUMBER($id, useGrouping: 0) }
problems-subject-columnist = Колумніст { NUMBER($id, useGrouping: 0) }
problems-subject-paper = Добірка { NUMBER($id, useGrouping: 0) }
problems-subject-edition = Випуск { NUMBER($id, useGrouping: 0) }
problems-subject-delivery = Доставка { NUMBER($id, useGrouping: 0) }
problems-subject-update = Оновлення { NUMBER($id, useGrouping: 0) }
problem-lost-zone = системі невідомий часовий пояс «{ $detail }»; замість нього діє DEFAULT_ZONE, чат про це дізнається
problem-lost-times = години «{ $detail }» не вдалося прочитати; замість них діє DEFAULT_TIME, чат про це дізнається
problem-lost-weekdays = дні тижня «{ $detail }» не вдалося прочитати; дайджест надходитиме щодня, чат про це дізнається
problem-lost-pause = кінець паузи ({ $detail }) не вдалося прочитати; паузи більше немає, чат про це дізнається
problem-lost-chat = номер чату ({ $detail }) не вдалося прочитати, тож підписку завершено
problem-lost-value = нечитабельне значення замінено звичайним ({ $detail })
problem-unreadable = не вдається прочитати, тому пропущено ({ $detail })
problem-stuck = нічого не вдалося надіслати, тож спроби припинено; ці новини надійдуть із наступним дайджестом
problem-other = не вдалося обробити ({ $code } { $detail })
removefeed-usage = Яку стрічку? Номери показує /feeds; потім напишіть, наприклад, <code>/removefeed 3</code>.
removefeed-none = Стрічки з номером { $id } немає. Усі стрічки — /feeds.
removefeed-done = <b>{ $title }</b> вилучено: її новин більше не буде.
undo = Скасувати
removefeed-undone = <b>{ $title }</b> знову тут.
exportfeeds-done =
    { $count ->
        [one] { $count } стрічка
        [few] { $count } стрічки
       *[many] { $count } стрічок
    } у форматі OPML. Надішліть мені такий файл або текстовий файл із переліком адрес — і я додам усе, що в ньому названо.
import-large = Файл завеликий: я читаю переліки стрічок до 1 МБ.
import-started = Перелік довгий: читаю його й напишу, що з того вийшло.
import-done =
    Додано { $added ->
        [one] { $added } стрічку
        [few] { $added } стрічки
       *[many] { $added } стрічок
    }{ $known ->
        [0] .
        [one] , { $known } вже була.
        [few] , { $known } вже були.
       *[many] , { $known } вже було.
    }{ $added ->
        [0] {""}
       *[other] {" "}Уже читаю; їхній стан показує /feeds.
    }
import-problems = Не взято:
import-problem = рядок { $line }: { $reason }
import-more = … і ще { $count }
why-usage = Який сюжет? Напишіть адресу одного з його заголовків або номер: <code>/why https://example.org/news/1</code> чи <code>/why 12</code>.
why-none = Такого сюжету немає. Сюжет можна знайти за номером, який показує /why, або за адресою одного з його заголовків.
why-title =
    Сюжет { NUMBER($id, useGrouping: 0) }: { $count ->
        [one] { $count } матеріал
        [few] { $count } матеріали
       *[many] { $count } матеріалів
    }
why-place = { $day }: місце { $place } з { $stories } ({ $reason }).
why-pinned = Його закріплено на початку дня.
why-continues = Він продовжує сюжет { NUMBER($id, useGrouping: 0) }.
mergestories-usage = Які два сюжети — насправді один? Номери показує /why; потім напишіть, наприклад, <code>/mergestories 12 20</code>: матеріали сюжету 12 перейдуть до сюжету 20.
mergestories-done = Сюжет { $from } тепер є частиною сюжету { $into }.
mergestories-undone = Сюжети { NUMBER($from, useGrouping: 0) } та { NUMBER($into, useGrouping: 0) } знову окремі й такими залишаться.
splitstory-usage = Які матеріали тут зайві? Номери показує /why; потім напишіть номер сюжету й матеріалів, наприклад <code>/splitstory 12 15 18</code>.
splitstory-none = Нічого не змінено: або такого сюжету немає, або в одній із частин нічого не лишилося б. Що входить до сюжету — /why.
splitstory-done = Вилучено із сюжету { NUMBER($story, useGrouping: 0) }: тепер це сюжет { NUMBER($into, useGrouping: 0) }.
splitstory-rest = Названі вами матеріали лишаються сюжетом { NUMBER($story, useGrouping: 0) }, бо він має номер одного з них. Решта тепер — сюжет { NUMBER($into, useGrouping: 0) }.
splitstory-undone = Вони знову в сюжеті { NUMBER($story, useGrouping: 0) }.
pinstory-usage = Який сюжет? Номер показує /why; потім напишіть, наприклад, <code>/pinstory 12</code>. Та сама команда вдруге відкріплює його.
pinstory-done = Сюжет { NUMBER($id, useGrouping: 0) } тепер на початку свого дня.
pinstory-undone = Сюжет { NUMBER($id, useGrouping: 0) } знову там, де його поставили новини.
tagfeed-usage = Яка стрічка й у яких розділах вона має бути? Номери показує /feeds; розділи пишіть через кому: <code>/tagfeed 3 Спорт, Місто</code>. Прибрати з усіх розділів — <code>/tagfeed 3 -</code>.
tagfeed-done = Розділи стрічки <b>{ $title }</b>: { $tags }.
tagfeed-none = Стрічка <b>{ $title }</b> тепер поза розділами; читачі знайдуть її серед інших джерел.
tagfeed-many = Забагато розділів: у стрічки їх може бути до { $most }.
weighfeed-usage = Яка стрічка й скільки вона важить? Номери показує /feeds; звичайна вага — 1, можлива — від 0.1 до 10: <code>/weighfeed 3 2</code>.
weighfeed-usual = Матеріали <b>{ $title }</b> знову мають звичайну вагу.
weighfeed-done = Матеріали <b>{ $title }</b> тепер мають вагу { $weight } порівняно з іншими стрічками.
columnists-none = Колонок іще не надходило. Щоб додати стрічку колонок, напишіть <code>/addfeed https://example.org/opinion.xml columns</code>.
columnists-title =
    { $count ->
        [one] { $count } колумніст
        [few] { $count } колумністи
       *[many] { $count } колумністів
    }
columnists-columns =
    { $count ->
        [one] { $count } колонка
        [few] { $count } колонки
       *[many] { $count } колонок
    }
columnists-also = інші підписи: { $names }
mergecolumnists-usage = Хто з двох — та сама людина? Номери показує /columnists; потім напишіть, наприклад, <code>/mergecolumnists 3 5</code>: колонки колумніста 3 матимуть імʼя колумніста 5.
mergecolumnists-none = Колумніста з номером { $id } немає. Усі колумністи — /columnists.
mergecolumnists-others = До <b>{ $from }</b> вже приєднано інші імена. Зробіть навпаки: <code>/mergecolumnists { $order }</code>.
mergecolumnists-done = Колонки, які підписує <b>{ $from }</b>, відтепер мають імʼя <b>{ $into }</b>.
mergecolumnists-undone = <b>{ $name }</b> — знову окремий колумніст.
feeds-pages =
    { $count ->
        [one] { $count } сторінку не вдалося прочитати
        [few] { $count } сторінки не вдалося прочитати
       *[many] { $count } сторінок не вдалося прочитати
    }: { $reason }
refresh-started = Завантажую всі стрічки…
refresh-done =
    Завантажено { $feeds ->
        [one] { $feeds } стрічку
        [few] { $feeds } стрічки
       *[many] { $feeds } стрічок
    }: { $articles ->
        [0] нічого нового
        [one] { $articles } новий матеріал
        [few] { $articles } нові матеріали
       *[many] { $articles } нових матеріалів
    }{ $failed ->
        [0] .
       *[other] . Не вдалося завантажити: { $failed }; причини показує /feeds.
    }
topic-gone = Тему в <b>{ $title }</b>, куди я надсилав новини, закрито або видалено, тож дайджест туди більше не надходить. Напишіть <code>/start</code> у ній, коли її знову відкриють, або в іншій темі.
command-connect = Дайджест для каналу
chat-admins-only = Змінювати дайджест цього чату можуть лише його адміністратори.
group-hello = Вітаю. Адміністратор може написати /start, щоб новини дня надходили сюди (можна й у тему); показати їх зараз — /latest.
connect-which = Який канал отримуватиме дайджест? Виберіть його кнопкою внизу: ви маєте бути там адміністратором, а я стану ним із правом публікувати. Або зробіть мене там адміністратором і напишіть <code>/connect @назва</code>.
connect-button = Вибрати канал
connect-cancel = Не зараз
connect-cancelled = Гаразд. Запитати знову — /connect.
connect-unknown = Не можу знайти такого каналу. Спершу зробіть мене там адміністратором, а тоді напишіть <code>/connect @назва</code> або виберіть його через /connect.
connect-not-poster = У <b>{ $title }</b> я ще не маю права публікувати. Зробіть мене адміністратором із правом публікувати повідомлення.
connect-not-admin = Підʼєднати дайджест до <b>{ $title }</b> може лише адміністратор каналу.
connect-done =
    <b>{ $title }</b> отримуватиме дайджест { $days } о <b>{ $time }</b> ({ $zone }). Перший: <b>{ $next }</b>.

    Щоб змінити налаштування каналу, поставте перед ними його назву, наприклад <code>/time { $name } 08:00</code>, <code>/silent { $name }</code> чи <code>/stop { $name }</code>.

## Reasons, as domain/reason.ts lists them

reason-text = { $text }
reason-paused = пауза
reason-merged-into-next = обʼєднано з наступним дайджестом
reason-nothing-new = нічого нового
reason-not-composed = не вдалося скласти
reason-caught-up = надолужено
reason-answered-by-start = відповіддю стала /start
reason-telegram-says = { $words }
reason-telegram-silent = Telegram не відповідає ({ $error })
reason-telegram-timeout = Telegram не відповів (час вийшов)
reason-telegram-unreadable = відповідь Telegram незрозуміла
reason-stopped-before-answer = роботу зупинено до відповіді Telegram
reason-unclear-twice = { $reason }, двічі: можливо, повідомлення дійшло
reason-nothing-sendable = нічого з цього не можна надіслати
reason-telegram-status = відповідь { $status }
reason-telegram-late = не відповів вчасно
reason-telegram-not-an-api = так сервер Bot API не відповідає
reason-telegram-connection = зʼєднання не вдалося ({ $error })
reason-telegram-lookup = не вдалося знайти його адресу за іменем
reason-telegram-refused = у зʼєднанні відмовлено
reason-telegram-reset = зʼєднання розірвано
reason-telegram-connect-timeout = не вдалося зʼєднатися вчасно
reason-telegram-no-route = до його мережі немає шляху
reason-entry-too-long = запис задовгий для повідомлення
reason-entry-unshowable = запис не можна показати ({ $error })
reason-stopped-by-reader = зупинено читачем
reason-bot-blocked = бота заблоковано
reason-bot-removed = бота вилучено з чату
reason-bot-left = бота більше немає в чаті
reason-bot-muted = боту не дозволено писати в чаті
reason-bot-no-poster = боту не дозволено публікувати в каналі
reason-topic-gone = його тему закрито або видалено
reason-chat-merged = він став чатом { $chat }, який має власні дайджести
reason-chat-unreadable = номер чату не вдалося прочитати

reason-files-only = тут читаються лише файли
reason-no-address = { $address } — не адреса
reason-other-protocol = читаються лише адреси http та https, а не { $protocol }
reason-address-with-user = адреси з імʼям користувача чи паролем не читаються
reason-private-address = { $host } — приватна або зарезервована адреса; вона не читається, якщо її не названо в налаштуванні ALLOW_PRIVATE_ADDRESSES
reason-unusual-port = порт { NUMBER($port, useGrouping: 0) } незвичний для вебсервера, тож не читається
reason-unsafe-redirect = переспрямовує з https на { $to }, а це небезпечно
reason-many-redirects = переспрямовань більше ніж { $most }
reason-robots-disallow = сайт просить роботів цього не читати (robots.txt)
reason-robots-unreadable = robots.txt цього сайту не вдалося прочитати: { $reason }
reason-no-such-server = сервера з таким імʼям немає
reason-lookup-failed = не вдалося знайти адресу сервера за іменем
reason-connection-refused = сервер відмовив у зʼєднанні
reason-connection-broken = сервер розірвав зʼєднання
reason-connect-timeout = не вдалося вчасно зʼєднатися із сервером
reason-headers-timeout = сервер не відповів вчасно
reason-body-timeout = сервер замовк посеред відповіді
reason-timeout = немає відповіді протягом { NUMBER($seconds, useGrouping: 0) } с
reason-long-headers = заголовки відповіді сервера задовгі
reason-other-length = сервер надіслав не стільки, скільки обіцяв
reason-unpack-failed = не вдалося розпакувати те, що надіслав сервер
reason-packed-cut-off = стиснені дані, які надіслав сервер, обриваються
reason-unknown-packing = стиснено способом «{ $encoding }», який не читається
reason-no-http = сервер відповідає не так, як вебсервери
reason-no-tls = сервер не підтримує https належним чином
reason-certificate-expired = строк дії сертифіката сервера минув
reason-certificate-self-signed = сертифікат сервера підписано ним самим
reason-certificate-other-name = сертифікат сервера видано на інше імʼя
reason-body-too-large = більше ніж { NUMBER($bytes, useGrouping: 0) } байтів
reason-body-too-slow = сервер надсилає надто повільно
reason-much-framing = сервер надсилає значно більше, ніж містить відповідь
reason-not-modified = там нічого не змінилося
reason-not-modified-unasked = сервер відповів «без змін», хоча його не питали
reason-http-busy = сервер просить поки що його не турбувати ({ $status })
reason-http-busy-for = сервер просить не турбувати його { NUMBER($seconds, useGrouping: 0) } с ({ $status })
reason-http-forbidden = сервер не дозволяє цього читати ({ $status })
reason-http-not-found = за цією адресою нічого немає (404)
reason-http-gone = видавець прибрав це назавжди (410)
reason-http-status = сервер відповів { $status }

reason-empty = тут порожньо
reason-web-page = це вебсторінка, а не стрічка
reason-no-feed = це не RSS, не Atom і не JSON Feed
reason-broken-feed = пошкоджено настільки, що не прочитати як стрічку
reason-feed-too-deep = вкладеність елементів понад { NUMBER($most, useGrouping: 0) } рівнів
reason-feed-many-elements = більше ніж { NUMBER($most, useGrouping: 0) } елементів
reason-feed-many-values = більше ніж { NUMBER($most, useGrouping: 0) } значень
reason-listing-many-elements = на сторінці більше ніж { NUMBER($most, useGrouping: 0) } елементів
reason-listing-too-deep = вкладеність елементів сторінки понад { NUMBER($most, useGrouping: 0) }
reason-no-headlines = тут немає переліку заголовків
reason-few-headlines = заголовків замало, як на перелік новин
reason-no-channel-messages = повідомлень цього каналу поза Telegram не видно
reason-an-article = це стаття, а не перелік заголовків
reason-selector-too-long = селектор «{ $selector }» довший за { $most } символів
reason-selector-too-slow = пошук за «{ $selector }» на цій сторінці триває задовго
reason-selector-invalid = «{ $selector }» — не CSS-селектор
reason-selector-without-match = за «{ $selector }» на сторінці заголовків не знайдено
reason-page-without-feed = це вебсторінка, на якій не вказано стрічки, до того ж { $reason }
reason-named-feed-unreadable = стрічку, яку тут вказано, не вдалося прочитати: { $url }: { $reason }
reason-search-timeout = не знайдено за відведений час ({ $seconds } с)

reason-feed-without-address = адреса стрічки — не вебадреса
reason-feed-moved-here = переїхала сюди з { $from } { $day }, як повідомив видавець
reason-feed-moved-to-known = назавжди переїхала на { $to }, а ця стрічка вже є

reason-read-timeout = читання тривало довше ніж { $seconds } с
reason-read-memory = читання потребувало понад { NUMBER($mb, useGrouping: 0) } МБ памʼяті
reason-read-failed = не вдалося прочитати ({ $reason })
reason-still-too-costly = читання потребувало забагато часу чи памʼяті, і відтоді нічого не змінилося
reason-many-suspects = спершу читаються інші подібні
reason-no-thread-answer = потік, що мав це прочитати, не відповів

reason-page-memory = потребує більше памʼяті, ніж дозволено сторінці
reason-page-too-large = більше ніж { $mb } МБ
reason-not-a-page =
    це не вебсторінка, а { $what ->
        [pdf] PDF-файл
        [picture] зображення
        [archive] архів
       *[feed] стрічка
    }
reason-not-a-page-type = це не вебсторінка, а файл типу { $type }
reason-page-many-elements = понад { NUMBER($most, useGrouping: 0) } елементів
reason-page-many-letters = понад { NUMBER($most, useGrouping: 0) } літер
reason-page-too-deep = вкладеність тексту надто глибока
reason-no-article-before = { $reason }, а до того статті немає
reason-no-article = на сторінці немає тексту статті
reason-wall-captcha = сайт питав, чи ми не робот
reason-wall-missing = сайт каже, що такої сторінки немає
reason-wall-consent = замість статті сайт показує запит на згоду
reason-wall-paywall = стаття лише для передплатників

reason-kind-of-feed = у цій стрічці — лише { feed-kind }
reason-kind-schema-opinion = schema.org називає це OpinionNewsArticle
reason-kind-schema-news = schema.org називає це { $type }
reason-kind-address = в адресі є розділ { $section }
reason-kind-section = стоїть у розділі { $section }
reason-kind-columnist-in-title = у заголовку названо колумніста
reason-kind-label-in-title = у заголовку зазначено, що це думка
reason-kind-disclaimer = зазначено, що думки належать лише авторові
reason-kind-author-note = наприкінці є довідка про автора
reason-kind-unmarked = ніщо не вказує на колонку

reason-story-first = Повідомляє про це першим.
reason-story-same-address = Адреса та сама, що в «{ $title }».
reason-story-same-title = Заголовок той самий, що в «{ $title }».
reason-story-shared-words = Схоже на «{ $title }» ({ $words }); подібність до сюжету — { NUMBER($likeness, minimumFractionDigits: 2) }.
reason-story-shared-names = Ті самі імена й числа, що в «{ $title }» ({ $names }).
reason-story-joined = «{ $title }» належить до обох сюжетів; їхня подібність — { NUMBER($likeness, minimumFractionDigits: 2) }.
reason-story-merged-by-admin = Адміністратор приєднав сюди сюжет { NUMBER($story, useGrouping: 0) }.
reason-story-split-by-admin = Адміністратор вилучив це з іншого сюжету.
reason-rank =
    { $sources ->
        [one] { $sources } джерело
        [few] { $sources } джерела
       *[many] { $sources } джерел
    }{ $firsts ->
        [0] {""}
       *[other] , на першому місці в { $firsts } з них
    }{ $columns ->
        [0] {""}
        [one] , { $columns } колонка на тему
        [few] , { $columns } колонки на тему
       *[many] , { $columns } колонок на тему
    }, { $hours ->
        [0] востаннє менш ніж годину тому
        [one] востаннє { $hours } годину тому
        [few] востаннє { $hours } години тому
       *[many] востаннє { $hours } годин тому
    }{ $weight ->
        [1] {""}
       *[other] , вага { $weight }
    }{ $days ->
        [1] {""}
       *[other] , день { $days } поспіль
    }{ $routine ->
        [yes] , як і в інші дні
       *[no] {""}
    }{ $pinned ->
        [yes] , закріплено
       *[no] {""}
    }: { NUMBER($score, minimumFractionDigits: 2, useGrouping: 0) }

reason-list-unreadable = це не перелік стрічок
reason-list-empty = у цьому файлі немає стрічок
reason-list-too-large = файл більший за { $mb } МБ
reason-list-timeout = читання файлу тривало довше ніж { $seconds } с
reason-list-memory = читання файлу потребувало понад { $mb } МБ памʼяті
reason-list-failed = файл не вдалося прочитати ({ $reason })
reason-list-many-feeds = взято лише перші { NUMBER($most, useGrouping: 0) } стрічок; усього їх { NUMBER($feeds, useGrouping: 0) }
reason-list-many-entries = прочитано лише перші { NUMBER($most, useGrouping: 0) } записів
reason-list-cut-entry = запис обірвано, або в ньому бракує лапок: { $entry }
reason-list-entry-without-feed = у «{ $name }» не названо стрічки
reason-list-folder-open = теку «{ $name }» не закрито
reason-list-folders-deep = теки вкладено глибше ніж на { $most } рівнів: внутрішні вважаються однією
reason-list-with-user = «{ $name }» потребує імені користувача чи пароля, а такі стрічки не читаються
reason-list-no-address = «{ $address }» — не адреса
reason-list-bad-address = адресу «{ $name }» не вдалося прочитати: { $address }
reason-list-empty-address = адресу «{ $name }» не вдалося прочитати: вона порожня

reason-model-unreachable = не вдається звʼязатися із сервером моделі: { $error }
reason-model-key-refused = сервер моделі не приймає ключа: { $error }
reason-model-unknown = такої моделі чи адреси немає: { $error }
reason-model-busy = сервер моделі перевантажений або несправний: { $error }
reason-model-request-refused = запит відхилено: { $error }
reason-model-unreadable = відповідь не вдалося прочитати: { $error }
reason-model-stopped = запит скасовано
reason-model-timeout = модель не відповіла за відведений час ({ $seconds } с)
reason-model-cut-off = відповідь обірвано
reason-model-declined = модель відмовилася відповідати
reason-summary-no-form = відповідь не в тому вигляді, якого просили
reason-summary-short = надто коротко, щоб щось сказати
reason-summary-long = довше за { $most } літер
reason-summary-link = містить посилання
reason-summary-no-prose = містить знаки, яких у звичайному тексті не буває
reason-summary-cut-off = обривається посеред речення
reason-summary-headline = повторює заголовок
reason-translation-language = це не та мова, якої просили ({ $language })
reason-unsupported-name = «{ $name }» у статті немає
reason-unsupported-words = більшості цих слів у статті немає
reason-unsupported-number = числа { $number } у статті немає, або воно там про інше
