// Words as an article has them and as a reader asks for them, of each language: nouns in the cases and
// numbers that headlines use, adjectives, verbs, names of places and people; then irregular ones.
const pairs = {
  en: `harbour harbours|bridges bridge|elections election|elected elect|cities city|countries country
    |protesters protester|ministers minister|taxes tax|strikes strike|restrict restriction|selections select|buildings building
    |schools school|parties party|companies company|prices price|workers worker|leaders leader|votes voting
    |resigned resigns|opened opens|closing closed|attacks attacked|floods flooding|fires fire
    |investigated investigating|sanctions sanction|refugees refugee|hospitals hospital|trains train
    |explosions explosion|budgets budget|judges judge|courts court|farmers farmer|islands island
    |negotiations negotiation|policies policy|Zelensky’s Zelensky
    |woman women|man men|child children|wife wives|life lives|knife knives|wolf wolves|thief thieves
    |leaf leaves|half halves|shelf shelves|foot feet|tooth teeth|mouse mice|goose geese|crisis crises
    |analysis analyses|bus buses|gas gases|virus viruses|sky skies|spy spies|die dying|policeman policemen|MP MPs`,
  uk: `гавань гавані|мости мосту|вибори виборів|президента президент|міністри міністра|місто містах
    |війна війни|закон законом|рішення рішенням|уряд уряду|суд суду|депутати депутатів|партія партії
    |країни країна|області область|школа школах|лікарні лікарня|вчителі вчителів|ціни цінам|податок податки
    |Київ Києва|Києві Київ|Харкова Харків|Львів Львові|Одеса Одесі|Зеленський Зеленського|Порошенко Порошенком
    |рік року|ночі ніч|порт портом|млина млин|українська українські|новий нового|енергетика енергетики
    |військові військових|санкції санкцій|поліція поліцією|річка річки|Камʼянка Кам'янці|стола стіл
    |день дня|дні днів|тиждень тижня|стаття статей|область областей|ніч ночей|речі речей|річ речей
    |гроші грошей|сім'я сімей|слово слів|село сіл|війна воєн|бій боїв|бою бій|боєць бійця|дія дій|дії дія
    |палець пальця|доброволець добровольців|європеєць європейця|музей музею|музеї музеїв|зброя зброї
    |зброєю зброя|герой герої|пристрій пристроїв|ім'я імені|люди людьми|росіянин росіяни|Корея Корею
    |галерея галерей|модель моделей`,
  ru: `гавань гавани|мосты моста|выборы выборов|президента президент|министры министра|города город
    |война войны|закон законом|решение решением|правительство правительства|суд суда|депутаты депутатов
    |партия партии|страны страна|области область|школа школах|больницы больница|учителя учителей|цены цен
    |налоги налогов|Москва Москве|Орёл Орел|Самолёт самолеты|новый нового|российская российские
    |военные военных|санкции санкций|полиция полицией|река реки|порт порту|экономика экономики
    |рабочие рабочих|заявил заявила|переговоры переговоров|границы граница|дороги дорога|мэр мэра
    |пожары пожаров|журналисты журналистов|компании компания
    |день дня|дней дни|время времени|имя имени|дочь дочери|семья семей|боец бойца|сестра сестёр`,
  de: `Hafen Häfen|Brücke Brücken|Wahlen Wahl|Haus Häuser|Stadt Städte|Land Länder|Minister Ministers
    |Präsidentin Präsidentinnen|Gericht Gerichte|Gesetz Gesetze|Partei Parteien|Schule Schulen
    |Krankenhaus Krankenhäuser|Lehrer Lehrern|Preis Preise|Steuer Steuern|Krieg Kriege|Streik Streiks
    |Arbeiter Arbeitern|Bahn Bahnen|Zug Züge|Straße Strassen|Fluss Flüsse|Regierung Regierungen|neue neuen
    |deutsche deutschen|europäische europäischen|Unternehmen Unternehmens|Verhandlung Verhandlungen
    |Sanktion Sanktionen|Flüchtling Flüchtlinge|Brand Brände|Insel Inseln|Bauer Bauern|Grenze Grenzen
    |Bürgermeister Bürgermeisters|Zeitung Zeitungen|Forderung Forderungen|Wählerin Wählerinnen|Kirche Kirchen
    |Museum Museen|Auto Autos|Zentrum Zentren|Firma Firmen`,
  fr: `port ports|pont ponts|élection élections|élections elections|ville villes|pays Pays|ministre ministres
    |président présidents|loi lois|parti partis|école écoles|hôpital hopital|enseignant enseignants|prix Prix
    |impôt impôts|guerre guerres|grève grèves|ouvrier ouvriers|train trains|rue rues|fleuve fleuves
    |gouvernement gouvernements|nouvelle nouvelles|française françaises|européenne européennes
    |entreprise entreprises|négociation négociations|sanction sanctions|réfugié réfugiés|incendie incendies
    |île îles|agriculteur agriculteurs|frontière frontières|maire maires|journal Journal|tribunal tribunal
    |policier policiers|manifestation manifestations|nationale nationales|l’économie économie
    |travail travaux|jeu jeux|nouveau nouvelle|actif active|actifs actives|beau belle`,
  pl: `port portu|most mostu|wybory wyborów|prezydent prezydenta|ministrowie ministrów|miasta miasto
    |wojna wojny|wojnie wojna|ustawa ustawy|rząd rządu|sąd sądu|poseł posła|partia partii|kraj kraju
    |szkoła szkoły|szpital szpitala|nauczyciel nauczyciele|cena ceny|podatki podatków|strajk strajku
    |robotnik robotnicy|pociąg pociągu|ulica ulicy|rzeka rzeki|polski polskiego|polska polskich
    |nowy nowego|europejska europejskiej|firma firmy|negocjacje negocjacji|sankcje sankcji|uchodźca uchodźcy
    |pożar pożaru|wyspa wyspy|rolnik rolników|granica granicy|burmistrz burmistrza|gazeta gazety
    |policja policji|Warszawa Warszawy
    |dzień dnia|dni dniach|okno okien|miesiąc miesięcy|ojciec ojca|księga ksiąg|tydzień tygodnia`,
  es: `puerto puertos|puente puentes|elección elecciones|eleccion elección|ciudad ciudades|país países
    |ministro ministros|presidente presidentes|ley leyes|partido partidos|escuela escuelas|hospital hospitales
    |profesor profesores|precio precios|impuesto impuestos|guerra guerras|huelga huelgas|obrero obreros
    |tren trenes|calle calles|río rios|gobierno gobiernos|nueva nuevas|española españolas|europea europeas
    |empresa empresas|negociación negociaciones|sanción sanciones|refugiado refugiados|incendio incendios
    |isla islas|agricultor agricultores|frontera fronteras|alcalde alcaldes|periódico periodicos
    |tribunal tribunales|policía policias|manifestación manifestaciones|nacional nacionales|juez jueces
    |luz luces|voz voces|pez peces|alcance alcances`,
}

export type Language = keyof typeof pairs

export const languages = ['en', 'uk', 'ru', 'de', 'fr', 'pl', 'es'] as const

/** What an article holds, and what is asked for. */
export function formsOf(language: Language): { held: string; asked: string }[] {
  return pairs[language]
    .replace(/\s*\n\s*/g, '')
    .split('|')
    .map((pair) => {
      const [held = '', asked = ''] = pair.split(' ')
      return { held, asked }
    })
}
