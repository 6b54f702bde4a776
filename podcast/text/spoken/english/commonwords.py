"""Short English words that are no acronym's when they stand in capitals: those that people shout."""

from podcast.text.wordlist import each

COMMON = frozenset(
    each("""
    about above after again age ago air all alone also always am among an and any are arm art as ask at away baby
    back bad be been before began behind being below best better between big bird black blood blue body book born
    both box boy bring but buy by call came can cannot car care case child church city clear close cold come could
    country cut dad dark day dead dear death did die dinner do does dog done door down dream drink drive each earth
    east eat eight end enough even ever every eye eyes face fact fall far fast father fear feel feet few fine fire
    first fish five fly food foot for four free friend from full game gave get girl give glad go god gold gone good
    got great green grow had hair half hand hands happy hard has hate have he head hear heart heat hell help her
    here high him his hold home hope hot hour house how human hurt ice idea if ill in into is it its join joy just
    keep kept kill kind king knew know lady land large last late laugh law lay lead learn leave led left less let
    letter life light like line list little live long look lord lose lost lot love low made make man many mark may
    me mean men might mind miss moment money month moon more most mother move much must my name near need never new
    news next nice night nine no nor north not note nothing now of off often old on once one only open or order
    other our out over own page paid pain part past pay peace people place plan play please point poor pray press
    put quit rain ran read ready real red rest rich right road room run sad safe said same saw say sea see seen sell
    send sent set seven shall she ship short should show shut sick side sign sin sing sister sit six sky sleep slow
    small snow so some son song soon sorry soul south space speak stand star start state stay step still stop story
    street strong such sun sure take talk tell ten than thank that the their them then there these they thing think
    this those thou thought three through thus thy till time to today together told too took top town tree true try
    turn two under until up upon very voice wait wake walk wall want war warm was watch water way we wear week well
    went were west wet what when where which while white who whole whom whose why wide wife will win wind wine wish
    with woman women wonder word words work world would write wrong year yes yet you young your
    """)
)
