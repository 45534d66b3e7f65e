//! German.

use super::Wording;

#[rustfmt::skip]
pub(super) static WORDING: Wording = Wording {
    reader: &["du", "dich", "dir", "dein", "deine", "deinen", "deiner", "ihr", "euch", "euer", "eure", "euren", "sie", "ihnen", "ihre", "ihren", "ihrem", "ihrer"],
    late: &["wenn", "falls", "sobald", "leider", "sonst", "auch", "ansonsten", "andernfalls", "und", "aber", "bei"],
    known: &["der", "die", "das"],
    articles: &["der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer"],
    priced: &["kostet", "kosten", "preis", "preise", "fur", "ab", "zahlen", "zahlst", "zahlt", "bezahlen", "rabatt", "statt", "sparen", "gunstiger"],
    price: &["kostet", "kosten", "preis", "preise", "preisen", "teuer"],
    bounds: &["uber", "unter", "als", "mindestens", "hochstens", "maximal", "bis"],
    negative: &[
        "ausgenommen", "ausgeschlossen", "ausverkauft", "ausser", "beschadigt", "entfallt", "fallt", "geschlossen", "kaputt", "leider",
        "nicht", "nichts", "niemand", "schaden", "storniert", "verboten", "vergriffen", "weder", "zerstort",
    ],
    none: &["kein", "keine", "keinen", "keinem", "keiner", "nie", "niemals", "ohne"],
    needed: &["notig", "erforderlich", "brauchen", "brauchst", "braucht", "mindestmenge", "mindestbestellwert", "voraussetzung", "vorkenntnisse", "ohne", "aufpreis", "anmeldung"],
    yes_no: &["Ja.", "Nein.", "Ja!", "Nein!"],
    things: &[
        "ein", "eine", "einen", "der", "die", "das", "den", "dein", "deine", "deinen", "euer", "eure", "ihr", "ihre", "ihren", "unser", "unsere",
        "zwei", "drei", "vier", "alle", "jeder", "jede", "jedes",
    ],
    persons: &["er", "sie", "ihr", "ihre", "ihren", "sein", "seine", "seinen"],
    times: &["im", "am", "um", "ab", "in", "seit", "bis"],
    new: &["neu", "neue", "neuen", "neuer", "neues", "neuem", "neueroffnung", "eroffnung", "start", "startet", "jetzt"],
    own: &["unser", "unsere", "unseren", "unserem", "unserer", "mein", "meine", "meinen", "meinem", "meiner"],
    counting: &["erste", "ersten", "erster", "zweite", "zweiten", "dritte", "dritten", "letzte", "letzten", "nachste", "nachsten", "hundert", "tausend", "million"],
    others: &["leute", "leser", "kunden", "kundinnen", "alle", "jeder"],
    leaning: &["er", "es", "dies", "diese", "dieser", "dieses", "damit", "dafur", "dort", "davon", "dazu", "danach"],
    to_brand: &["sie", "ihnen", "ihr", "ihre", "ihren", "ihrem", "euch", "euer", "eure", "euren", "du", "dir", "ich", "mein", "meine", "meinen", "meinem", "meiner", "mich", "mir", "wir", "uns"],
    first_person: &["wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer"],
    possessives: ["unser", "mein"],
    link: &["link", "website", "webseite", "internetseite", "homepage", "url", "verlinke", "verlinken"],
    joining: &["und", "fur", "mit", "von", "vom", "im", "in", "am", "an", "auf", "aus", "der", "die", "das", "zum", "zur", "ohne", "bei"],
    claims: &[
        "immer", "selbst", "ausgezeichnet", "beste", "besten", "bester", "bestes", "besser", "billig", "billiger", "gunstig", "gunstiger", "jede", "jeder", "jedes",
        "alle", "beruhmt", "bekannt", "schnell", "schneller", "schnellste", "endlich", "gratis", "kostenlos", "frisch", "frische", "frischen", "garantie",
        "garantiert", "grosste", "grossten", "letzte", "letzten", "letzter", "fuhrend", "fuhrende", "begrenzt", "monat", "nie", "niemals", "neu", "neue",
        "neuen", "neuer", "neues", "jetzt", "nur", "perfekt", "perfekte", "beliebt", "bleibt", "spart", "saison", "bald", "noch", "heute", "morgen", "ubermorgen",
        "heuer", "einzigartig", "woche", "wochenende", "jahr", "gestern", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
        "fruhling", "fruhjahr", "sommer", "herbst", "winter", "weihnachten", "ostern", "halb", "doppelt", "erste", "ersten", "zwei", "drei", "vier", "funf", "sechs",
        "sieben", "acht", "neun", "zehn", "dutzend", "hundert", "tausend", "dies", "diese", "dieser", "dieses", "diesen", "diesem", "das", "es", "er", "dort",
        "warum", "so", "wieder", "zuruck", "stattdessen", "sonst", "beide", "beides", "dann", "damit", "davon", "dafur", "ihre", "ihren", "ihrem", "ihrer", "deine", "deinen", "deinem", "deiner", "euer", "eure", "euren",
    ],
    presupposing: &["wusst", "weisst du", "wisst ihr", "wissen sie", "warum", "wieso", "weshalb", "wer hatte", "wer sagt", "genug von", "erinner", "und ", "hatten sie gedacht", "ist das nicht", "schon wieder"],
    presupposed: &[" unser", " wir ", " nicht ", " kein"],
    clauses_apart: true,
    quotes: ['\u{201e}', '\u{201c}'],
};
