"""Scales of words that are no degrees: how often, how good, how likely; and in other languages.

Each runs from most negative to most positive. The words of one level, parted by a bar, are those
met in survey tools' own templates.
"""

Levels = tuple[tuple[str, ...], ...]


def _levels(*levels: str) -> Levels:
    return tuple(tuple(level.split("|")) for level in levels)


FAMILIES: dict[str, Levels] = {
    "how often": _levels(
        "never|not at all|none of the time|at no time",
        "very rarely|almost never|hardly ever|very seldom|hardly any of the time",
        "rarely|seldom|occasionally|once in a while|a little of the time|only occasionally|"
        "less than half of the time|less than half the time",
        "sometimes|about half the time|some of the time|half of the time|now and then",
        "often|frequently|usually|regularly|a good bit of the time|fairly often|quite often|"
        "more than half of the time|more than half the time",
        "very often|very frequently|almost always|nearly always|most of the time|mostly",
        "always|all of the time|all the time|every time|constantly",
    ),
    "how likely": _levels(
        "extremely unlikely|definitely not|not at all likely|definitely would not|"
        "no definitely not",
        "very unlikely",
        "unlikely|probably not|fairly unlikely|not very likely|not so likely|quite unlikely|"
        "probably would not|not likely|no probably not",
        "somewhat unlikely|slightly unlikely",
        "neither likely nor unlikely|neither likely or unlikely|neutral|neither|possibly|"
        "might or might not|maybe|perhaps",
        "somewhat likely|slightly likely|moderately likely",
        "fairly likely|quite likely",
        "likely|probably|probably would|yes probably",
        "very likely",
        "extremely likely|definitely|definitely would|certainly|yes definitely",
    ),
    "how good": _levels(
        "terrible|extremely poor|extremely bad|awful|unacceptable",
        "very poor|very bad|far below average|well below average",
        "poor|bad|below average|inadequate|weak|needs improvement",
        "fair|average|ok|okay|acceptable|adequate|neither good nor poor|neither good nor bad|"
        "neutral|satisfactory|neither poor nor good|neither good or poor",
        "good|above average|fairly good|quite good",
        "very good|far above average|well above average|great",
        "excellent|outstanding|extremely good|exceptional",
    ),
    "how much it is needed": _levels(
        "not relevant for me|not relevant to me|not needed|not important to me|don t need it",
        "nice to have|somewhat useful|would be nice|could have|low priority",
        "important to me|useful to me|should have|medium priority",
        "critical|critical to me|essential|essential to me|must have|vital|high priority",
    ),
    "better or worse than expected": _levels(
        "much worse than expected|well below expectations|far below expectations|"
        "did not meet expectations|did not meet my expectations",
        "worse than expected|below expectations|below my expectations|"
        "partly met my expectations|partially met expectations",
        "as expected|about as expected|met expectations|met my expectations",
        "better than expected|above expectations|exceeded expectations|exceeded my expectations",
        "much better than expected|far exceeded expectations|greatly exceeded expectations|"
        "far exceeded my expectations",
    ),
    "how much people agree, in German": _levels(
        "stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|"
        "trifft gar nicht zu",
        "stimme nicht zu|stimme eher nicht zu|trifft nicht zu|trifft eher nicht zu|lehne ab",
        "weder noch|teils teils|unentschieden|neutral|teilweise",
        "stimme zu|stimme eher zu|trifft eher zu|trifft zu",
        "stimme voll zu|stimme voll und ganz zu|stimme völlig zu|stimme vollkommen zu|"
        "trifft voll zu|trifft voll und ganz zu|trifft völlig zu",
    ),
    "how satisfied people are, in German": _levels(
        "sehr unzufrieden|überhaupt nicht zufrieden",
        "unzufrieden|eher unzufrieden",
        "weder noch|teils teils|neutral|weder zufrieden noch unzufrieden",
        "zufrieden|eher zufrieden",
        "sehr zufrieden|äußerst zufrieden",
    ),
    "how often, in German": _levels(
        "nie|niemals", "sehr selten", "selten", "manchmal|gelegentlich", "oft|häufig|regelmäßig",
        "sehr oft|sehr häufig|meistens", "immer",
    ),
    "how much people agree, in French": _levels(
        "pas du tout d accord|tout à fait en désaccord|fortement en désaccord",
        "pas d accord|plutôt pas d accord|en désaccord|pas vraiment d accord",
        "ni d accord ni pas d accord|ni en accord ni en désaccord|neutre|sans opinion",
        "d accord|plutôt d accord|en accord",
        "tout à fait d accord|totalement d accord|fortement d accord|tout à fait en accord",
    ),
    "how satisfied people are, in French": _levels(
        "pas du tout satisfait|pas du tout satisfaite|très insatisfait|très insatisfaite",
        "pas satisfait|insatisfait|insatisfaite|plutôt insatisfait|peu satisfait|peu satisfaite",
        "neutre|ni satisfait ni insatisfait",
        "satisfait|satisfaite|plutôt satisfait|plutôt satisfaite|assez satisfait",
        "très satisfait|très satisfaite",
    ),
    "how often, in French": _levels(
        "jamais", "rarement", "parfois|quelquefois|de temps en temps", "souvent",
        "très souvent|presque toujours", "toujours",
    ),
    "how much people agree, in Spanish": _levels(
        "totalmente en desacuerdo|muy en desacuerdo",
        "en desacuerdo|algo en desacuerdo",
        "ni de acuerdo ni en desacuerdo|neutral|indiferente|indeciso",
        "de acuerdo|algo de acuerdo",
        "totalmente de acuerdo|muy de acuerdo|completamente de acuerdo",
    ),
    "how satisfied people are, in Spanish": _levels(
        "muy insatisfecho|muy insatisfecha|nada satisfecho",
        "insatisfecho|insatisfecha|poco satisfecho",
        "neutral|ni satisfecho ni insatisfecho",
        "satisfecho|satisfecha|algo satisfecho",
        "muy satisfecho|muy satisfecha",
    ),
    "how often, in Spanish": _levels(
        "nunca", "casi nunca|rara vez|raramente", "a veces|algunas veces|de vez en cuando",
        "frecuentemente|a menudo|con frecuencia", "casi siempre|muy a menudo", "siempre",
    ),
    "how much people agree, in Welsh": _levels(
        "anghytuno n gryf|anghytuno n llwyr",
        "anghytuno",
        "ddim yn cytuno nac yn anghytuno|niwtral|y naill na r llall",
        "cytuno",
        "cytuno n gryf|cytuno n llwyr",
    ),
    "how satisfied people are, in Welsh": _levels(
        "anfodlon iawn", "anfodlon", "ddim yn fodlon nac yn anfodlon|niwtral", "bodlon|yn fodlon",
        "bodlon iawn|yn fodlon iawn",
    ),
    "how often, in Welsh": _levels("byth|erioed", "anaml", "weithiau", "yn aml", "bob amser"),
    "how much people agree, in Chinese": _levels(
        "非常不同意|完全不同意|强烈不同意|很不同意", "不同意|不太同意|比较不同意",
        "一般|中立|不确定|无所谓",
        "同意|比较同意", "非常同意|完全同意|强烈同意|很同意",
    ),
    "how satisfied people are, in Chinese": _levels(
        "非常不满意|很不满意", "不满意|不太满意|比较不满意", "一般|中立",
        "满意|比较满意", "非常满意|很满意",
    ),
    "how often, in Chinese": _levels(
        "从不|从来没有|没有", "很少|偶尔", "有时|有时候", "经常|常常", "总是|一直",
    ),
}  # fmt: skip
