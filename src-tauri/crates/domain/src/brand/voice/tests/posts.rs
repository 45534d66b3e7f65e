//! Posts of three invented bakeries: one trade and the same subjects, so that only the voice differs.

/// Dry and short, speaks of the job, no emoji, closes on an ask.
pub(super) const HEARTH: &[&str] = &[
    "Rye is back. Dark crust, sour middle, two kilos.\n\nCome before nine.",
    "The oven was at 260 by four. The first trays came out at five. That is the whole secret.\n\nAsk for the end piece.",
    "Rain all day. Bread does not mind.\n\nBring a bag and take the seeded loaf home.",
    "No cake today. The mixer is in pieces on the bench. Bread as usual.\n\nCome anyway.",
    "Flour from one mill, water from the tap, salt. You can read the list in one breath.\n\nRead it.",
    "Saturday queue: twelve people, one dog. It moves fast.\n\nBring cash for the dog.",
    "A loaf keeps four days if you leave it alone. Cut side down, on wood, no bag.\n\nTry it once.",
    "New starter, same jar. It bubbles by noon. The rye is better for it.\n\nTaste the difference on Friday.",
    "Somebody asked why we shut at two. The bread is gone by two.\n\nCome before that.",
    "Buns went at ten past eight. Next tray on Thursday.\n\nPut your name on the list.",
    "Cold morning, hot deck, thick crust. The plain white is at its best this week.\n\nTake two.",
    "One day of sourdough takes two days. Mix, wait, fold, wait, bake.\n\nOrder by Thursday noon.",
    "The slicer is loud. So ask for it whole and use your own knife.\n\nKeep the crumbs.",
    "Short day on Monday. Doors open at seven and shut at eleven.\n\nCome early.",
    "Spelt is dear this year. The loaf costs 40 pence more. The loaf is the same.\n\nAsk if you want to know why.",
];

/// Loud and warm, emoji and exclamation marks, speaks to "you guys".
pub(super) const SUNNY: &[&str] = &[
    "Guess who's back?! 🥐 Our butter croissants are here all weekend and we can't wait for you to try them! Tag someone you'd share one with! 💛",
    "Happy Friday, friends! 🎉 We've baked a whole rainbow of cupcakes for you and the kids! Which color is your favorite? Tell us below! 👇",
    "Oh my goodness, you guys!! The lemon tart sold out in one hour! 🍋 We're baking more as we speak, so come and say hi! 💛",
    "It's birthday cake season! 🎂 We'd love to bake yours! Send us your wildest idea and we'll make it happen! 💛",
    "We can't keep a secret... pumpkin buns are coming!! 🎃 Who's excited? We sure are! 🙌",
    "Meet the cutest cookie in town! 🍪 We've added sprinkles because why not?! Tag your cookie buddy! 💛",
    "You asked, we listened! 💛 Gluten-free brownies are here every single day! Let us know what you think! 👇",
    "Monday blues? Not with our cinnamon rolls! 🌀 Grab one on your way to work and thank us later! 😘",
    "Guess how many donuts we fried this morning?! 🍩 Closest guess wins a box! Comment below, friends! 👇",
    "Happy Mother's Day to all the amazing moms! 💐 We've made heart cookies just for you! Come and say hi! 💛",
    "Oh my goodness, it's raining chocolate! 🍫 Our new triple chocolate muffin is here and we're obsessed! Tag someone who'd love it! 💛",
    "Weekend plans? You + us + a giant slice of carrot cake! 🥕 We can't wait to see you! 🙌",
    "We're so grateful for you guys! 💛 One whole year of cake and smiles! Which treat was your favorite? Tell us below! 👇",
    "Back to school means back to snack time, friends! 🎒 We've packed the cutest lunch cookies! Which one would you pick?! 👇",
    "It's finally strawberry season! 🍓 Our shortcake won't last long, so grab a slice and tag your berry bestie! 💛",
];

/// Long and learned, no questions, speaks as "I", dashes.
pub(super) const GRAIN: &[&str] = &[
    "I have spent most of this winter with a single variety of wheat – an old one, tall and unwilling – and I am only now beginning to understand what it asks of the baker who works with it.",
    "There is a moment, about forty minutes into the first fold, when the dough stops resisting and begins to hold its own shape; I have never been able to describe it properly, although I have tried for years.",
    "My grandfather, who baked on this street before the war, wrote his recipes in ounces and in weather – a wet autumn meant less water, and a hard frost meant patience, which he always underlined twice.",
    "What interests me about rye, after all this time, is not its flavor but its stubbornness: it gives nothing to the hurried baker, and it rewards the patient one in ways that are difficult to measure.",
    "I returned this week from a small mill in the hills, where the stones are still dressed by hand, and where I learned that fineness – which I had always pursued – is not at all the same thing as quality.",
    "It is tempting to believe that a crust is decided in the oven, and yet I have come to think that it is decided the evening before, in the temperature of the water and in the temper of the baker.",
    "Among the letters I receive there is always one that asks about salt; I answer, as I have answered for a decade, that salt is less an ingredient than a form of restraint – and that restraint is learned.",
    "I have been reading, rather slowly, an account of the communal ovens of the last century, and I find in it a quiet argument for baking less, and for baking it together – an argument I am inclined to accept.",
    "The spelt which arrived this morning is darker than last year's, and I expect that the loaf will be denser for it; I shall not apologize for this, because the field, and not the baker, has the last word.",
    "One learns, over time, to distrust the recipe that promises certainty – flour is a living thing, and I have known the same sack to behave quite differently on two consecutive mornings.",
    "I am often told that patience has become a luxury, and I can only reply that the dough has not been informed of this; it continues, as it always has, to take exactly the time that it requires.",
    "There is, in the smell of a mill, something that I have not found anywhere else – a dryness, almost a sweetness – and I suspect that it is the reason why I never seriously considered another trade.",
    "My apprentice asked me why we weigh the water, which is a better question than it seems; I have been thinking about it since, and I am no longer certain that the answer I gave was the right one.",
    "What the old books call the temper of the oven is, I believe, nothing more than attention – the habit of looking, and of looking again, until the color of the brick begins to mean something.",
    "I have decided, after some hesitation, to bake the small barley loaf again this spring, although it sells poorly and keeps badly – there are flavors that deserve to be remembered, whatever the ledger says.",
];
