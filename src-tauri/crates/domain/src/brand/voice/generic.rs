//! Posts of nobody in particular: what business posts sound like, so that a brand's can be told from them.
//!
//! Written for this purpose, in several manners and on several trades.

use crate::language::Language;

/// Posts in a language. Other languages have none of their own: the English ones stand for them, which
/// makes every text of the brand's language look like the brand's.
pub(super) fn posts(language: Language) -> &'static [&'static str] {
    match language {
        Language::English | Language::Other => ENGLISH,
        Language::German => GERMAN,
    }
}

const ENGLISH: &[&str] = &[
    "We are excited to announce the launch of our new service for customers across the region. Our team has worked hard to make it easier than ever to get what you need. Learn more on our website.",
    "Big news! 🎉 Our new store opens this weekend and you are invited. Come along, meet the team and enjoy a special offer on the day. See you there!",
    "How do you plan your week? We asked five people on our team and got five different answers. Here is what they told us, and what we learned from it. What works for you? Tell us in the comments.",
    "Quality takes time. That is why we check every item by hand before it leaves the building. It is a small thing, but our customers notice, and we think that matters.",
    "Did you know? Most people replace theirs far too early. With a little care it will last for years. Swipe for three simple tips, and save this post for later.",
    "I started this company at my kitchen table. Today there are twelve of us. Thank you to everyone who believed in us from the first day, and to those who joined along the way.",
    "Looking for a reliable partner for your next project? From the first idea to the final delivery, our experts are here to support you every step of the way. Get in touch today.",
    "Monday mood: coffee first, then everything else. ☕ What is the first thing you do when you get to work?",
    "New in this month: lighter, stronger and available in three colors. Order before Friday and we will ship it for free. Link in bio.",
    "Our customers often ask us how long it takes. The honest answer is that it depends on the size, the season and the place. Send us a message and we will give you a clear date.",
    "Here is a quick guide to choosing the right one. First, measure the space. Second, think about how often you will use it. Third, talk to someone who knows. Simple as that.",
    "Last week we welcomed a group of students to our workshop. They asked great questions and left with oil on their hands. The future looks bright.",
];

const GERMAN: &[&str] = &[
    "Wir freuen uns, unseren neuen Service für Kundinnen und Kunden in der ganzen Region vorzustellen. Unser Team hat hart daran gearbeitet, alles noch einfacher zu machen. Mehr dazu auf unserer Website.",
    "Große Neuigkeiten! 🎉 Am Wochenende öffnet unser neues Geschäft und ihr seid herzlich eingeladen. Kommt vorbei, lernt das Team kennen und sichert euch ein besonderes Angebot.",
    "Wie plant ihr eure Woche? Wir haben fünf Menschen aus unserem Team gefragt und fünf verschiedene Antworten bekommen. Was hilft euch? Schreibt es uns in die Kommentare.",
    "Qualität braucht Zeit. Deshalb prüfen wir jedes Stück von Hand, bevor es das Haus verlässt. Das ist eine Kleinigkeit, aber unsere Kunden merken den Unterschied.",
    "Wusstest du schon? Die meisten tauschen es viel zu früh aus. Mit ein wenig Pflege hält es viele Jahre. Drei einfache Tipps findest du in diesem Beitrag.",
    "Angefangen hat alles am Küchentisch. Heute sind wir zu zwölft. Danke an alle, die von Anfang an an uns geglaubt haben, und an alle, die später dazugekommen sind.",
    "Sie suchen einen zuverlässigen Partner für Ihr nächstes Projekt? Von der ersten Idee bis zur Lieferung begleiten unsere Experten Sie bei jedem Schritt. Sprechen Sie uns an.",
    "Neu in diesem Monat: leichter, stabiler und in drei Farben erhältlich. Wer bis Freitag bestellt, bekommt den Versand geschenkt.",
    "Oft werden wir gefragt, wie lange es dauert. Die ehrliche Antwort: Es kommt auf die Größe, die Jahreszeit und den Ort an. Schreiben Sie uns, dann nennen wir ein Datum.",
    "Letzte Woche war eine Schulklasse bei uns in der Werkstatt zu Besuch. Es gab gute Fragen und ölige Hände. So sieht Zukunft aus.",
];
