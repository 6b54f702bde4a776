"""English words of two sounds that no part of speech settles alone, and what stands around each of them.

    TOPICS["bass"]        # (TopicSense("music", "ˈbeɪs", "ˈbeɪs", …), TopicSense("fish", "ˈbæs", "ˈbas", …))

Clues are words of the sentence, in lower case; `-the` stands right before the word, `+tie` right after it; `=verb` is
its part of speech; `Aa` is a capital that no sentence's beginning asks for, and a sense that has that clue is never
meant by a word in small letters; `aa` are those. The first sense is meant where nothing tells.
"""

from dataclasses import dataclass

_TABLE = """
bass: music ˈbeɪs ˈbeɪs | +guitar +drum +player +clarinet +line +clef +singer guitar drums vocals band piano
  ; fish ˈbæs ˈbas | fish fishing fisherman fishermen lake river pond striped largemouth smallmouth trout perch
  caught angler anglers pike catfish salmon spawn species bait sea -sea -striped -largemouth -smallmouth
  freshwater chilean
bow: weapon or knot ˈboʊ ˈbəʊ | arrow arrows archer archers violin viola cello string strings ribbon hair quiver
  +tie +ties +window +windows +string +collector +collectors -long -cross -compound +street -hair shoot shot
  ; ship or gesture ˈbaʊ ˈbaʊ | captain sailor sailors sailed
  ship ships ship's boat vessel deck stern hull torpedo torpedoes torpedoed prow
  -took_a -take_a -takes_a -taking_a -final -deep -slight -polite -low -formal -stiff
  keel starboard port aft sea waves -a_deep -took +shock +shocks +wave +thruster +wow =verb +to +before +out +down
  +section submarine destroyer cruiser sank anchor curtain audience knelt bridge gun guns +of_the_ship mounts
  sonar damage damages
bows: weapons or knots ˈboʊz ˈbəʊz | arrow arrows archers violin strings ribbon ribbons hair
  ; gestures ˈbaʊz ˈbaʊz | ship ships stern hull deck sea =verb +to +before +down
lead: guide ˈliːd ˈliːd | =verb +role +singer +to +guitar +by +in +ship +actor +actress -took -take -to -will -would
  -can -could -may -might +vocals +vocalist +author +character +developer +writer +the +up +us +them -the -his -her
  -its
  ; metal ˈlɛd ˈlɛd | +poisoning +paint +pipe +pipes +content +acetate +oxide +ore +mine +mines +mining +shot +glass
  +ions +exposure +levels +contamination +battery +batteries +crystal +roof +pencil +isotopes +bullets -molten
  -containing bismuth zinc copper tin mercury cadmium arsenic metal metals toxic silver antimony alloy alloys ore ores
  smelting pipe pipes paint solder plumbing drinking pewter nickel atomic blood -of -sheet -red -white
  +weights +is +was +are -tetraethyl +azide +sulfide
leads: guide ˈliːdz ˈliːdz |
  ; metal ˈlɛdz ˈlɛdz | +and_zinc -pencil
row: line ˈɹoʊ ˈɹəʊ | +of +house +houses -death -front -back -first -second -third -top -bottom boat oar oars seats
  -in_a -each -skid =verb
  ; quarrel ˈɹaʊ ˈɹaʊ | +over +about +with +between +broke +erupted +blew -blazing -diplomatic -furious -political
  -public -almighty -flaming -family -bitter quarrel argument quarrelled minister parliament sparked dispute +that
  -trade -had_a -terrible
rows: lines ˈɹoʊz ˈɹəʊz | +of
  ; quarrels ˈɹaʊz ˈɹaʊz | +over +with +about +between -family -blazing -bitter -furious
sow: seed ˈsoʊ ˈsəʊ | =verb seed seeds crop crops discord doubt wheat reap barley soil +the +seeds -to -we -you -who
  -ye
  ; pig ˈsaʊ ˈsaʊ | =noun pig pigs piglets piglet boar farrow farrowing litter -a -the -old bear cubs -pregnant sty
  +head
wound: injury ˈwuːnd ˈwuːnd | =noun healing infection blood bleeding scar bullet stab gunshot knife skin died +to
  +in -head -open -flesh -fatal -a -the -to =verb +him +them +people -severely -badly -mortally -fatally -could
  -would -can -only
  ; past of wind ˈwaʊnd ˈwaʊnd | =past =participle +up +down +around +round +through +along +its +tightly +his +her
  +onto +back coil coils wire clock spool spring -tightly road river +metal +strings +string +copper
wind: air ˈwɪnd ˈwɪnd | =noun +speed +speeds +turbine +turbines +power +farm +instruments +energy +tunnel
  +direction strong blew blowing blows storm rain -the -solar -strong -north -west
  ; turn ˈwaɪnd ˈwaɪnd | =verb +up +down +through +around +its +their +along +back clock watch road path -to
  -roads
winds: air ˈwɪndz ˈwɪndz | =noun strong blow speeds storm -trade -high -strong
  ; turns ˈwaɪndz ˈwaɪndz | =verb +through +up +down +its +along +around +past river road path trail stream valley
tear: drop from an eye ˈtɪɹ ˈtɪə | eye eyes cheek wept cry crying weeping shed -single -a_single +gas +gland +ducts
  +duct +drop +glands +film +rolled +ran -shed +gassed +stained +drops +jerker
  ; rip ˈtɛɹ ˈtɛː | =verb +down +apart +up +off +out +it +the +through +away +them +open ligament muscle tendon
  cruciate acl meniscus knee retinal paper fabric cloth -to +in -muscle -ligament +strength wear -and -hamstring
  -calf mended thread hole torn stitched patch sail +of +to labrum triceps injury injured injuries cartilage rotator
  cuff dimensional hip joint surgery achilles -triceps -labral -groin
tears: drops from eyes ˈtɪɹz ˈtɪəz | =noun eyes cheeks wept cry crying weeping laughter -in -to -of -into
  ; rips ˈtɛɹz ˈtɛːz | =verb +down +apart +up +off +the +through +it +open ligament muscle
minute: time ˈmɪnət ˈmɪnɪt | =noun -a -one -last -per -each -every -this -the_next -any
  ; tiny ˌmaɪˈnuːt maɪˈnjuːt | +amount_of +quantity_of +fraction_of +amounts +quantities +details +detail +traces
  +particles +particle +fragments +amount
  +quantity +size +scale +differences +changes +pores +hairs +spines +teeth +scales +organisms +creatures +flowers
  +variations +doses +dots +insects +grains +holes +crystals +droplets -very -so -extremely -too -in -these -such
  -almost -even +in_size +but +and_detailed +fraction +observation +examination +attention +portion +proportion
  +chance +cracks -is -was -are -were
close: near ˈkloʊs ˈkləʊs | =adjective +to +friend +friends +relationship +relationships +ties +enough +by +together
  +range +contact +second +proximity +attention +behind +relative +relatives +up +associate +quarters -very -so -too
  -as -stay -get -got -came -come -comes -how +match +call +combat +family +look +cooperation +connection +races
  +race -are -is -was -were -be -remained +in_on -keep -kept -glenn -standing -live -lived -lives -sit -quite
  -fairly -grew
  ; shut ˈkloʊz ˈkləʊz | =verb +the +its +their +his +her +your +down +of -to -will -would -did -not -could -must
  -drew -until -at_the +at +on +for +in +all door doors +after +due +when
content: what is in it ˈkɑːntɛnt ˈkɒntɛnt | =noun -fat -sugar -sulphur -water -alcohol -digital -media -the -of
  -its -online +of +creator +creators +was +is web video website +and -new
  ; pleased kənˈtɛnt kənˈtɛnt | =adjective +with +to +himself +herself +themselves +ourselves -not -was -were -be
  -is -are -feel -felt -being -seemed -quite -perfectly -more -never -happy +merely +just -am -been +in -heart's
invalid: void ɪnˈvælɪd ɪnˈvalɪd | =adjective +or -is -was -declared -are -be -were +argument +votes +marriage law
  court +because +under -render -rendered -ruled
  ; sick person ˈɪnvəlɪd ˈɪnvəlɪd | =noun -chronic -bedridden -permanent -virtual -lifelong +mother +father +wife
  +sister +husband +chair +son +daughter +soldiers +carriage +brother +aunt -semi -elderly +for +who +since +all
confines: keeps in kənˈfaɪnz kənˈfaɪnz | =verb +itself +himself +herself +them +him +her
  ; bounds ˈkɑːnfaɪnz ˈkɒnfaɪnz | +of -the -these -those -its -their -his -her -our -narrow -within -beyond
resume: go on ɹɪˈzuːm ɹɪˈzjuːm | =verb -to +his +her +its +their +the +work +play +normal -will -would
  ; curriculum vitae ˈɹɛzəˌmeɪ ˈɹɛzjʊmeɪ | =noun -his -her -a -my -your -their -the job applicant employer career
  -impressive experience +includes +and +of
dove: bird ˈdʌv ˈdʌv | =noun -the -a -white -mourning -rock -turtle -collared bird birds peace cooing nest wings
  ; past of dive ˈdoʊv ˈdəʊv | =past =participle +into +in +down +for +deep +under +off +to +at +from +beneath
  +headlong +behind -he -she -they -it -and_then -we -i +toward +towards +overboard +straight
does: do ˈdʌz ˈdʌz |
  ; deer ˈdoʊz ˈdəʊz | bucks fawns stags deer +and_fawns +and_bucks -two -three -many -pregnant
number: count ˈnʌmbɚ ˈnʌmbə |
  ; more numb ˈnʌmɚ ˈnʌmə | -grew -felt +and_colder -grow -getting
polish: of Poland ˈpoʊlɪʃ ˈpəʊlɪʃ | Aa +and -the +language +army +people +government +artist poland german russian
  lithuanian ukrainian warsaw jewish +descent +jews +town +village +born +american +lithuanian czech krakow
  +football
  ; shine ˈpɑːlɪʃ ˈpɒlɪʃ | aa =verb -nail -shoe -to -furniture shoes silver
job: work ˈdʒɑːb ˈdʒɒb | aa -a -the -his -her
  ; of the Bible ˈdʒoʊb ˈdʒəʊb | Aa bible god book psalms suffering proverbs prophet satan biblical -patience_of
  -book_of +chapter -to +says ecclesiastes jonah +suffers +cries
reading: of books ˈɹiːdɪŋ ˈɹiːdɪŋ | aa =verb book books +and_writing +comprehension +list +room +the +a +of
  ; the town ˈɹɛdɪŋ ˈɹɛdɪŋ | Aa -in -to -towards -toward -via -through -from -at -near -between +fc +festival +gaol
  +railroad +pennsylvania
  +berkshire +station +united +terminal -of +university england berkshire swindon slough london oxford +borough
  +football +rugby
nice: pleasant ˈnaɪs ˈnaɪs | aa +to +and +of
  ; the town ˈniːs ˈniːs | Aa -in -to -from -at -near -of -between -ogc france french cannes marseille riviera
  monaco +côte provence paris lyon +france airport villa
lima: the town ˈliːmə ˈliːmə |
  ; the bean ˈlaɪmə ˈliːmə | +bean +beans +ohio ohio
mobile: moving ˈmoʊbəl ˈməʊbaɪl | aa +phone +phones +app Aa +iptv
  ; the town ˌmoʊˈbiːl ˌməʊˈbiːl | Aa -in -near -of -to -from +bay +alabama alabama +county orleans gulf pensacola
  confederate montgomery +river +point
  ; work of art ˈmoʊˌbiːl ˈməʊbaɪl | sculpture sculptures calder hanging kinetic stabile ceiling -hanging -calder
august: the month ˈɔːɡəst ˈɔːɡəst | Aa aa -in -of -since -last -late -early -mid -by -until -each -every
  ; noble ɔːˈɡʌst ɔːˈɡʌst | aa -an -most -so -his -her -their -these -this +figure +name +halls +circles +body
  +company +assembly +institution +presence +personage +title
  ; the German name ˈaʊɡʊst ˈaʊɡʊst | +wilhelm +von +strindberg +macke +kekulé -karl -ernst -carl -friedrich
  +ferdinand +schlegel +friedrich +ludwig +bebel -wilhelm -johann -philipp
axes: of an axis ˈækˌsiːz ˈaksiːz | coordinate symmetry rotation vertical horizontal orthogonal -major -the
  -principal -minor -x -y -optical angle angles crystal parallel perpendicular plane graph -coordinate -rotation +of
  multiple long -multiple -long -semi
  ; tools ˈæksɪz ˈaksɪz | stone tools weapons swords spears wood hand knives -hand -stone chop wooden adzes hammers
  -battle -throwing iron bronze copper saws armed picks -flint jobs -it -and axe neolithic shovels daggers
  spearheads arrowheads blades sickles rods forest forests cut thrown -double -with shields knife
buffet: meal bəˈfeɪ ˈbʊfeɪ | =noun +car +restaurant -breakfast -lunch -a food meal restaurant dining train
  ; strike ˈbʌfɪt ˈbʌfɪt | =verb +the -to winds waves +them jimmy +by
celtic: of the Celts ˈkɛltɪk ˈkɛltɪk | +language +languages +people +music +sea irish welsh breton gaelic
  ; the club ˈsɛltɪk ˈsɛltɪk | +fc +park +football glasgow rangers football league +were +won +lost +beat +scored
  +had +doubled +drew scorer striker match goal goals cup boston +manager scottish_premier midfielder hibernian
  aberdeen hearts defender club signed loan uefa +supporters -against -joined
bologna: the town bəˈloʊnjə bəˈlɒnjə |
  ; sausage bəˈloʊni bəˈlɒnjə | sandwich sandwiches meat +sandwich +sandwiches fried ham salami aa lunch sausage
jesus: of the Bible ˈdʒiːzəs ˈdʒiːzəs | +christ
  ; the Spanish name heɪˈsuːs heɪˈsuːs | +garcía +garcia +rodríguez +navas +hernández +hernandez +martínez
  +martinez +lópez +lopez +gonzález +sánchez -de_jesus +montero +alou +gil +ramírez +malverde +aguilar +tecatito
  +corona +ferreiro +fernández +pérez -gabriel +vallejo +luzardo +aguayo -josé
mate: companion ˈmeɪt ˈmeɪt |
  ; the tea ˈmɑːˌteɪ ˈmateɪ | -yerba tea drink gourd drinking bombilla +tea argentina paraguay uruguay leaves
  beverage +cocido caffeine
expose: give away ɪkˈspoʊz ɪkˈspəʊz | =verb
  ; exposé ˌɛkspoʊˈzeɪ ɛkˈspəʊzeɪ | =noun =adjective
moped: scooter ˈmoʊˌpɛd ˈməʊpɛd | =noun -a -the riding
  ; past of mope ˈmoʊpt ˈməʊpt | +around +about -he -she -they -i
nestle: the company ˈnɛsliː ˈnɛsleɪ | Aa chocolate company brand swiss products +chocolate kraft +foods corporation
  cereal acquired sold water
  ; settle ˈnɛsəl ˈnɛsəl | aa =verb -to
pasty: pie ˈpæsti ˈpasti | -cornish -a meat pies cornish food shop =noun
  ; pale ˈpeɪsti ˈpeɪsti | face faced skin pale +white +faced +skin +face complexion looked -looked -white
  +complexion +or +products +substance substance powder powdery +mass +consistency paste
ravel: the composer ɹəˈvɛl ɹəˈvɛl | Aa debussy maurice +'s piano bolero boléro concerto
  ; tangle ˈɹævəl ˈɹavəl | aa =verb
rodeo: of cowboys ˈɹoʊdiˌoʊ ˈɹəʊdɪəʊ |
  ; the street ɹoʊˈdeɪoʊ ɹəʊˈdeɪəʊ | +drive hills
sake: benefit ˈseɪk ˈseɪk | -the +of 's -whose -its -own -their -god's
  ; the drink ˈsɑːˌkeɪ ˈsɑːkeɪ | -buy -drink -drank -hot -warm -cold -made -make -drinking -of_hot rice japanese
  drink drinking drank bottle brewery beer cup wine brewing +brewery
  +brewing +bottle +bottles cups breweries shochu +breweries
upset: beat or trouble ʌpˈsɛt ʌpˈsɛt | =verb =past =participle =adjective
  ; a surprise ˈʌpˌsɛt ˈʌpsɛt | =noun -major -big -huge +win +victory +over +of -an -biggest -stunning +loss +bid
  +stomach
upsets: troubles ʌpˈsɛts ʌpˈsɛts | =verb
  ; surprises ˈʌpˌsɛts ˈʌpsɛts | =noun
aged: of the age ˈeɪdʒd ˈeɪdʒd | years +between +under +over +about =past =participle -was -died -been +in +from
  +well
  ; old ˈeɪdʒɪd ˈeɪdʒɪd | -the -an -his -her -their +mother +father +parents +man +woman +king +care -my +uncle
  +couple +poet +grandfather +grandmother +lady +sick +and -our +aunt infirm home +widow +people +relative
blessed: holy ˈblɛsɪd ˈblɛsɪd | -the +virgin +sacrament +mother +are +be +thomas +john +trinity +memory +assurance
  +relief +lord -a +is +event +state +pope +man +island +isles +martyrs
  ; gave a blessing ˈblɛst ˈblɛst | =past =participle +with +by +the +him +her +them +us +it -was -were -is -are
  -been -has -had -be -he -she -they -god -and +his -so -truly
learned: found out ˈlɝnd ˈlɜːnd | =past =participle =verb +to +that +of +how +from +about +the +a -he -she -they
  -had -have -be -was
  ; scholarly ˈlɝnɪd ˈlɜːnɪd | +man +men +society +societies +scholar +scholars +treatise +journals +judge
  +professor +counsel +friend +discourse +doctor +institutions +works +academies +woman +women +journal +lady
  +commentary +essay -very -most +and
beloved: dear bɪˈlʌvɪd bɪˈlʌvɪd | =adjective =noun -his -her -my -their -a -the -our -its
  ; loved bɪˈlʌvd bɪˈlʌvd | +by -was -were -is -much -well
crooked: bent ˈkɹʊkɪd ˈkɹʊkɪd |
  ; bent it ˈkɹʊkt ˈkɹʊkt | -he -she -i +a +his +her +one +an
dogged: stubborn ˈdɔːɡɪd ˈdɒɡɪd | +determination +persistence +resistance +defence +defense +refusal +pursuit
  +work -a -the -his
  ; followed ˈdɔːɡd ˈdɒɡd | +by +the +his +her +him +them -was -been -has -have -were -is =past =participle
ragged: torn ˈɹæɡɪd ˈɹaɡɪd |
  ; teased ˈɹæɡd ˈɹaɡd | +by +him
wicked: evil ˈwɪkɪd ˈwɪkɪd |
  ; drawn off ˈwɪkt ˈwɪkt | +away +moisture
live: be alive ˈlɪv ˈlɪv | =verb -not -to -who -people -they -we -i -you -still -now -would -will -could -must -can
  ; at the time ˈlaɪv ˈlaɪv | =adjective =noun +music +album +show +performance +performances +broadcast +version
  +band +on_stage +concert +concerts +at +dvd +recording +recordings +audience +action +television +birth +births
  +tv +radio +wire +ammunition +video +stream +animals -broadcast -aired -performed -recorded -play -played
  -televised -streamed -perform -shown -goes -went -go -going +event +events +sessions +set -performing -sang
  -sing -saturday +rounds +fire +coverage +theatre +news +sound +sports +bait +coals +streaming -playing -first
  +tour +cd +tracks +track +bands +shows +feed +bullets +debate +virus +vaccine +vaccines +entertainment
"""


@dataclass(frozen=True, slots=True)
class TopicSense:
    name: str
    american: str  # IPA
    british: str
    clues: frozenset[str]


def _senses(written: str) -> tuple[TopicSense, ...]:
    return tuple(_sense(one) for one in written.split(" ; "))


def _sense(written: str) -> TopicSense:
    what, _, clues = written.partition("|")
    *name, american, british = what.split()
    return TopicSense(" ".join(name), american, british, frozenset(clue.replace("_", " ") for clue in clues.split()))


def _table() -> dict[str, tuple[TopicSense, ...]]:
    lines = _TABLE.replace("\n ", " ").strip().splitlines()
    parted = (" ".join(line.split()).partition(": ") for line in lines)
    return {word: _senses(senses) for word, _, senses in parted}


TOPICS = _table()
