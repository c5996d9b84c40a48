"""Words that stand with a capital and are nobody's name.

Left out on purpose: what is a name as well (April, Grace, Hope, Mark, May, Rose, Will).
"""

# Capitals anywhere: abbreviations everybody knows, days, most months, "I".
_ALWAYS_CAPITAL = """
i i'm i've i'd i'll
nhs nhse hr edi eds wres wdes cpd pdp ok uk gb england english britain british europe european
bame bme poc lgbt lgbtq lgbtqia eoi faq it ict ceo cfo coo cno cmo cpo ned vsm a&e icu itu gp
equality diversity inclusion act reverse mentoring mentor mentors mentee mentees
monday tuesday wednesday thursday friday saturday sunday
january february march july september october november december
black white asian african caribbean christmas easter eid diwali ramadan covid covid-19
teams zoom email e-mail excel powerpoint n/a ps nb
"""

# Words that begin sentences, and small words of titles.
_ORDINARY = """
a about above absolutely according across actually added additionally admittedly after
afterwards again against all almost along already also although always am among an and another
any anybody anyone anything apart are area areas around as ask asking at attend attending aware
awareness away back balance be became because become becoming been before began begin
behaviour being believe below benefit besides best better between beyond big bigger both bring
build but by came can cannot career career's challenge challenges change changes clear clearer
clearly come comfort commit commitment communication community confidence confident connect
consider consistent could create creating culture day dear dedicated definitely despite
details develop development did different difficult dialogue discussion discussions do does
doing don't done down due during each early easy education either else empathy empower empowered
encourage encouragement engagement enough ensure ethics even eventually ever every everybody
everyone everything exactly excellent expect expectations experience experiences extremely
eye fair fairly far feedback feel feeling feels felt few finally find first firstly flexible
flexibility follow for found freedom from full fully fun further gain gained gaining
general generally genuine get getting give given gives giving go going good got great greater
group growth guidance had half happy hard has have having hearing helped helpful helping helps
her here herself him himself his honest honestly honesty hopefully hoping how however humility
i idea ideally ideas if important improve improved in increased inequalities inequality
informal information initially insight insights inspiring instead integrity interest interested
interesting into is isn't issues it it's its itself just keep keeping kind know knowing
knowledge lack last lastly later lead leaders leadership leading learn learned learning learnt
less let life like likewise limited line listen listening little lived look looking lots lovely
made mainly make makes making many maybe me meaningful meet meeting meetings more most mostly
motivation much must mutual my myself need needed neither network networking networks never
nevertheless new next nice no nobody none nor not nothing now of off often oh on once one only
open opened openness opportunities opportunity or organisation other others otherwise our
ourselves out outside over overall own pair part partly passion people perhaps
personal personally perspective perspectives place plan planned please plus positive possibly
practical preparation probably professional programme progress prompt protected provide
providing put question questions quite race racism rather read ready real really
recently reflection regular relationship relationships resilience respect results safe safer
said same say saying second secondly see seeing seems seen senior session sessions several
shadowing share shared sharing she short should show since skills small so some somebody
someone something sometimes soon space speak speaking spend staff stages started starting
stay staying still stories story strengths strong structure structured such supervision support
supported supportive sure sustain take taking talk talking tell than thank thanks that that's
the their them themselves then there there's therefore these they they're thing things think
thinking third thirdly this those though through throughout thus time times to together told
too topics toward towards training transparency transparent true truly trust try trying two
ultimately understand understanding understood unfortunately unless until up upon us use used
useful using usually value valued values very view views visibility want wanted was wasn't
way we we'd we'll we're we've weak weaknesses well went were what what's whatever when whenever
where whereas wherever whether which while who whoever whole whom whose why wide wider willing
willingness wish with within without wonderful words work worked working workplace workshops
world would yes yet you you'd you'll you're you've your yourself
"""

ALWAYS_CAPITAL = frozenset(_ALWAYS_CAPITAL.split())
ORDINARY = frozenset(_ORDINARY.split())
