"""English words that are a noun of one sound and a verb of another: how each sounds, in America and in Britain.

    NOUNS_AND_VERBS["record"]        # (("noun", "ˈɹɛkɚd", "ˈɹɛkɔːd"), ("verb", "ɹəˈkɔːɹd", "ɹɪˈkɔːd"))

The parts of speech settle them (wordclass.py); words that need more stand in by_topic.py. Their forms in -s are made of
them, and those in -ed and -ing are verbs and nothing else.
"""

from collections.abc import Iterator

from podcast.text.homographs.endings import with_s

SoundRow = tuple[str, str, str]  # a part of speech, American IPA, British IPA
_NOUNS = """
abstract: ˈæbˌstɹækt ˈabstɹakt | əbˈstɹækt əbˈstɹakt
abuse: əˈbjuːs əˈbjuːs | əˈbjuːz əˈbjuːz
addict: ˈædɪkt ˈadɪkt | əˈdɪkt əˈdɪkt
advocate: ˈædvəkət ˈadvəkət | ˈædvəˌkeɪt ˈadvəkeɪt
affiliate: əˈfɪliət əˈfɪlɪət | əˈfɪliˌeɪt əˈfɪlɪeɪt
aggregate: ˈæɡɹəɡət ˈaɡɹɪɡət | ˈæɡɹəˌɡeɪt ˈaɡɹɪɡeɪt
alternate: ˈɔːltɚnət ɔːlˈtɜːnɪt | ˈɔːltɚˌneɪt ˈɔːltəneɪt
articulate: ɑːɹˈtɪkjələt ɑːˈtɪkjʊlət | ɑːɹˈtɪkjəˌleɪt ɑːˈtɪkjʊleɪt
associate: əˈsoʊsiət əˈsəʊʃɪət | əˈsoʊsiˌeɪt əˈsəʊʃɪeɪt
attribute: ˈætɹəˌbjuːt ˈatɹɪbjuːt | əˈtɹɪˌbjuːt əˈtɹɪbjuːt
combine: ˈkɑːmˌbaɪn ˈkɒmbaɪn | kəmˈbaɪn kəmˈbaɪn
compact: ˈkɑːmˌpækt ˈkɒmpakt | kəmˈpækt kəmˈpakt
compound: ˈkɑːmˌpaʊnd ˈkɒmpaʊnd | kəmˈpaʊnd kəmˈpaʊnd
compress: ˈkɑːmˌpɹɛs ˈkɒmpɹɛs | kəmˈpɹɛs kəmˈpɹɛs
conduct: ˈkɑːnˌdʌkt ˈkɒndʌkt | kənˈdʌkt kənˈdʌkt
conflict: ˈkɑːnˌflɪkt ˈkɒnflɪkt | kənˈflɪkt kənˈflɪkt
conglomerate: kənˈɡlɑːməɹət kənˈɡlɒməɹət | kənˈɡlɑːməˌɹeɪt kənˈɡlɒməɹeɪt
conjugate: ˈkɑːndʒəɡət ˈkɒndʒʊɡət | ˈkɑːndʒəˌɡeɪt ˈkɒndʒʊɡeɪt
conscript: ˈkɑːnˌskɹɪpt ˈkɒnskɹɪpt | kənˈskɹɪpt kənˈskɹɪpt
console: ˈkɑːnˌsoʊl ˈkɒnsəʊl | kənˈsoʊl kənˈsəʊl
consort: ˈkɑːnsɔːɹt ˈkɒnsɔːt | kənˈsɔːɹt kənˈsɔːt
construct: ˈkɑːnˌstɹʌkt ˈkɒnstɹʌkt | kənˈstɹʌkt kənˈstɹʌkt
contest: ˈkɑːnˌtɛst ˈkɒntɛst | kənˈtɛst kənˈtɛst
contract: ˈkɑːnˌtɹækt ˈkɒntɹakt | kənˈtɹækt kənˈtɹakt
contrast: ˈkɑːnˌtɹæst ˈkɒntɹɑːst | kənˈtɹæst kənˈtɹɑːst
converse: ˈkɑːnˌvɝs ˈkɒnvɜːs | kənˈvɝs kənˈvɜːs
convert: ˈkɑːnˌvɝt ˈkɒnvɜːt | kənˈvɝt kənˈvɜːt
convict: ˈkɑːnˌvɪkt ˈkɒnvɪkt | kənˈvɪkt kənˈvɪkt
coordinate: koʊˈɔːɹdənət kəʊˈɔːdɪnət | koʊˈɔːɹdəˌneɪt kəʊˈɔːdɪneɪt
correlate: ˈkɔːɹələt ˈkɒɹələt | ˈkɔːɹəˌleɪt ˈkɒɹəleɪt
decrease: ˈdiːˌkɹiːs ˈdiːkɹiːs | dəˈkɹiːs dɪˈkɹiːs
defect: ˈdiːfɛkt ˈdiːfɛkt | dəˈfɛkt dɪˈfɛkt
degenerate: dəˈdʒɛnəɹət dɪˈdʒɛnəɹət | dəˈdʒɛnəˌɹeɪt dɪˈdʒɛnəɹeɪt
delegate: ˈdɛləɡət ˈdɛlɪɡət | ˈdɛləˌɡeɪt ˈdɛlɪɡeɪt
desert: ˈdɛzɚt ˈdɛzət | dəˈzɝt dɪˈzɜːt
deviate: ˈdiːviət ˈdiːvɪət | ˈdiːviˌeɪt ˈdiːvɪeɪt
digest: ˈdaɪˌdʒɛst ˈdaɪdʒɛst | daɪˈdʒɛst daɪˈdʒɛst
discard: ˈdɪˌskɑːɹd ˈdɪskɑːd | dəˈskɑːɹd dɪˈskɑːd
discharge: ˈdɪsˌtʃɑːɹdʒ ˈdɪstʃɑːdʒ | dɪsˈtʃɑːɹdʒ dɪsˈtʃɑːdʒ
discount: ˈdɪˌskaʊnt ˈdɪskaʊnt | dɪsˈkaʊnt dɪsˈkaʊnt
document: ˈdɑːkjəmənt ˈdɒkjʊmn̩t | ˈdɑːkjəˌmɛnt ˈdɒkjʊmɛnt
duplicate: ˈduːpləkət ˈdjuːplɪkət | ˈduːpləˌkeɪt ˈdjuːplɪkeɪt
entrance: ˈɛntɹəns ˈɛntɹəns | ɪnˈtɹæns ɪnˈtɹɑːns
escort: ˈɛˌskɔːɹt ˈɛskɔːt | ɪˈskɔːɹt ɪˈskɔːt
estimate: ˈɛstəmət ˈɛstɪmət | ˈɛstəˌmeɪt ˈɛstɪmeɪt
excuse: ɪkˈskjuːs ɪkˈskjuːs | ɪkˈskjuːz ɪkˈskjuːz
expatriate: ɛkˈspeɪtɹiət ɛkˈspatɹɪət | ɛkˈspeɪtɹiˌeɪt ɛkˈspatɹɪeɪt
exploit: ˈɛkˌsplɔɪt ˈɛksplɔɪt | ɪkˈsplɔɪt ɪkˈsplɔɪt
export: ˈɛkˌspɔːɹt ˈɛkspɔːt | ɪkˈspɔːɹt ɪkˈspɔːt
extract: ˈɛkˌstɹækt ˈɛkstɹakt | ɪkˈstɹækt ɪkˈstɹakt
fragment: ˈfɹæɡmənt ˈfɹaɡmn̩t | ˈfɹæɡˌmɛnt fɹaɡˈmɛnt
graduate: ˈɡɹædʒəwət ˈɡɹadʒʊət | ˈɡɹædʒʊˌeɪt ˈɡɹadʒʊeɪt
impact: ˈɪmˌpækt ˈɪmpakt | ɪmˈpækt ɪmˈpakt
implant: ˈɪmˌplænt ˈɪmplɑːnt | ɪmˈplænt ɪmˈplɑːnt
implement: ˈɪmpləmənt ˈɪmplɪmn̩t | ˈɪmpləˌmɛnt ˈɪmplɪmɛnt
import: ˈɪmˌpɔːɹt ˈɪmpɔːt | ɪmˈpɔːɹt ɪmˈpɔːt
incense: ˈɪnˌsɛns ˈɪnsɛns | ɪnˈsɛns ɪnˈsɛns
incline: ˈɪnˌklaɪn ˈɪnklaɪn | ɪnˈklaɪn ɪnˈklaɪn
increase: ˈɪnˌkɹiːs ˈɪnkɹiːs | ɪnˈkɹiːs ɪnˈkɹiːs
increment: ˈɪŋkɹəmənt ˈɪŋkɹɪmn̩t | ˈɪŋkɹəˌmɛnt ˈɪŋkɹɪmɛnt
initiate: ɪˈnɪʃiət ɪˈnɪʃɪət | ɪˈnɪʃiˌeɪt ɪˈnɪʃɪeɪt
insert: ˈɪnˌsɝt ˈɪnsɜːt | ɪnˈsɝt ɪnˈsɜːt
instrument: ˈɪnstɹəmənt ˈɪnstɹʊmn̩t | ˈɪnstɹəˌmɛnt ˈɪnstɹʊmɛnt
insult: ˈɪnˌsʌlt ˈɪnsʌlt | ɪnˈsʌlt ɪnˈsʌlt
interchange: ˈɪntɚˌtʃeɪndʒ ˈɪntətʃeɪndʒ | ˌɪntɚˈtʃeɪndʒ ˌɪntəˈtʃeɪndʒ
intrigue: ˈɪnˌtɹiːɡ ˈɪntɹiːɡ | ɪnˈtɹiːɡ ɪnˈtɹiːɡ
invert: ˈɪnˌvɝt ˈɪnvɜːt | ɪnˈvɝt ɪnˈvɜːt
invite: ˈɪnˌvaɪt ˈɪnvaɪt | ɪnˈvaɪt ɪnˈvaɪt
isolate: ˈaɪsələt ˈaɪsələt | ˈaɪsəˌleɪt ˈaɪsəleɪt
laminate: ˈlæmənət ˈlamɪnət | ˈlæməˌneɪt ˈlamɪneɪt
misuse: ˌmɪˈsjuːs ˌmɪˈsjuːs | ˌmɪˈsjuːz ˌmɪˈsjuːz
moderate: ˈmɑːdəɹət ˈmɒdəɹət | ˈmɑːdəˌɹeɪt ˈmɒdəɹeɪt
object: ˈɑːbdʒɛkt ˈɒbdʒɛkt | əbˈdʒɛkt əbˈdʒɛkt
ornament: ˈɔːɹnəmənt ˈɔːnəmn̩t | ˈɔːɹnəmɛnt ˈɔːnəmɛnt
overthrow: ˈoʊvɚˌθɹoʊ ˈəʊvəθɹəʊ | ˌoʊvɚˈθɹoʊ ˌəʊvəˈθɹəʊ
perfume: ˈpɝˌfjuːm ˈpɜːfjuːm | pɚˈfjuːm pəˈfjuːm
permit: ˈpɝmɪt ˈpɜːmɪt | pɚˈmɪt pəˈmɪt
pervert: ˈpɝˌvɝt ˈpɜːvɜːt | pɚˈvɝt pəˈvɜːt
pigment: ˈpɪɡmənt ˈpɪɡmn̩t | pɪɡˈmɛnt pɪɡˈmɛnt
postulate: ˈpɑːstʃələt ˈpɒstjʊlət | ˈpɑːstʃəˌleɪt ˈpɒstjʊleɪt
precipitate: pɹəˈsɪpətət pɹɪˈsɪpɪtət | pɹəˈsɪpəˌteɪt pɹɪˈsɪpɪteɪt
predicate: ˈpɹɛdəkət ˈpɹɛdɪkət | ˈpɹɛdəˌkeɪt ˈpɹɛdɪkeɪt
present: ˈpɹɛzn̩t ˈpɹɛzn̩t | pɹɪˈzɛnt pɹɪˈzɛnt
produce: ˈpɹoʊˌduːs ˈpɹɒdjuːs | pɹəˈduːs pɹəˈdjuːs
progress: ˈpɹɑːɡɹəs ˈpɹəʊɡɹɛs | pɹəˈɡɹɛs pɹəʊˈɡɹɛs
project: ˈpɹɑːˌdʒɛkt ˈpɹɒdʒɛkt | pɹəˈdʒɛkt pɹəˈdʒɛkt
protest: ˈpɹoʊˌtɛst ˈpɹəʊtɛst | pɹəˈtɛst pɹəˈtɛst
rebel: ˈɹɛbl̩ ˈɹɛbl̩ | ɹəˈbɛl ɹɪˈbɛl
record: ˈɹɛkɚd ˈɹɛkɔːd | ɹəˈkɔːɹd ɹɪˈkɔːd
recount: ˈɹiːˌkaʊnt ˈɹiːkaʊnt | ɹɪˈkaʊnt ɹɪˈkaʊnt
refund: ˈɹiːˌfʌnd ˈɹiːfʌnd | ɹəˈfʌnd ɹiːˈfʌnd
refuse: ˈɹɛˌfjuːs ˈɹɛfjuːs | ɹəˈfjuːz ɹɪˈfjuːz
reject: ˈɹiːˌdʒɛkt ˈɹiːdʒɛkt | ɹəˈdʒɛkt ɹɪˈdʒɛkt
relay: ˈɹiːˌleɪ ˈɹiːleɪ | ɹɪˈleɪ ɹɪˈleɪ
reprint: ˈɹiːˌpɹɪnt ˈɹiːpɹɪnt | ˌɹiːˈpɹɪnt ˌɹiːˈpɹɪnt
rerelease: ˈɹiːɹɪˌliːs ˈɹiːɹɪˌliːs | ˌɹiːɹɪˈliːs ˌɹiːɹɪˈliːs
retard: ˈɹiːtɑːɹd ˈɹiːtɑːd | ɹəˈtɑːɹd ɹɪˈtɑːd
rewrite: ˈɹiːˌɹaɪt ˈɹiːɹaɪt | ˌɹiːˈɹaɪt ˌɹiːˈɹaɪt
segment: ˈsɛɡmənt ˈsɛɡmn̩t | sɛɡˈmɛnt sɛɡˈmɛnt
subject: ˈsʌbdʒɛkt ˈsʌbdʒɛkt | səbˈdʒɛkt səbˈdʒɛkt
subordinate: səˈbɔːɹdənət səˈbɔːdɪnət | səˈbɔːɹdəˌneɪt səˈbɔːdɪneɪt
supplement: ˈsʌpləmənt ˈsʌplɪmn̩t | ˈsʌpləˌmɛnt ˈsʌplɪmɛnt
survey: ˈsɝˌveɪ ˈsɜːveɪ | sɚˈveɪ səˈveɪ
suspect: ˈsʌˌspɛkt ˈsʌspɛkt | səˈspɛkt səˈspɛkt
syndicate: ˈsɪndəkət ˈsɪndɪkət | ˈsɪndəˌkeɪt ˈsɪndɪkeɪt
torment: ˈtɔːɹˌmɛnt ˈtɔːmɛnt | tɔːɹˈmɛnt tɔːˈmɛnt
transfer: ˈtɹænsfɚ ˈtɹɑːnsfɜː | tɹænsˈfɝ tɹɑːnsˈfɜː
transform: ˈtɹænˌsfɔːɹm ˈtɹɑːnsfɔːm | tɹænˈsfɔːɹm tɹɑːnˈsfɔːm
transplant: ˈtɹænˌsplænt ˈtɹɑːnsplɑːnt | tɹænˈsplænt tɹɑːnˈsplɑːnt
transport: ˈtɹænˌspɔːɹt ˈtɹɑːnspɔːt | tɹænˈspɔːɹt tɹɑːnˈspɔːt
upgrade: ˈʌpˌɡɹeɪd ˈʌpɡɹeɪd | ʌpˈɡɹeɪd ʌpˈɡɹeɪd
use: ˈjuːs ˈjuːs | ˈjuːz ˈjuːz
"""
_WITHOUT_PLURAL = """
animate: ˈænəmət ˈanɪmət | ˈænəˌmeɪt ˈanɪmeɪt
appropriate: əˈpɹoʊpɹiət əˈpɹəʊpɹɪət | əˈpɹoʊpɹiˌeɪt əˈpɹəʊpɹɪeɪt
approximate: əˈpɹɑːksəmət əˈpɹɒksɪmət | əˈpɹɑːksəˌmeɪt əˈpɹɒksɪmeɪt
consummate: ˈkɑːnsəmət ˈkɒnsjʊmət | ˈkɑːnsəˌmeɪt ˈkɒnsjʊmeɪt
deliberate: dəˈlɪbəɹət dɪˈlɪbəɹət | dəˈlɪbəˌɹeɪt dɪˈlɪbəɹeɪt
diffuse: dəˈfjuːs dɪˈfjuːs | dəˈfjuːz dɪˈfjuːz
elaborate: əˈlæbəɹət ɪˈlabəɹət | əˈlæbəˌɹeɪt ɪˈlabəɹeɪt
frequent: ˈfɹiːkwənt ˈfɹiːkwn̩t | fɹiːˈkwɛnt fɹɪˈkwɛnt
intimate: ˈɪntəmət ˈɪntɪmət | ˈɪntəˌmeɪt ˈɪntɪmeɪt
perfect: ˈpɝfəkt ˈpɜːfɪkt | pɚˈfɛkt pəˈfɛkt
separate: ˈsɛpəɹət ˈsɛpəɹət | ˈsɛpəˌɹeɪt ˈsɛpəɹeɪt
affect: ˈæfɛkt ˈafɛkt | əˈfɛkt əˈfɛkt
house: ˈhaʊs ˈhaʊs | ˈhaʊz ˈhaʊz
mouth: ˈmaʊθ ˈmaʊθ | ˈmaʊð ˈmaʊð
lives: ˈlaɪvz ˈlaɪvz | ˈlɪvz ˈlɪvz
analyses: əˈnæləˌsiːz əˈnalɪsiːz | ˈænəˌlaɪzᵻz ˈanəlaɪzɪz
diagnoses: ˌdaɪəɡˈnoʊˌsiːz ˌdaɪəɡˈnəʊsiːz | ˌdaɪəɡˈnoʊsᵻz ˌdaɪəɡˈnəʊzɪz
proceeds: ˈpɹoʊˌsiːdz ˈpɹəʊsiːdz | pɹəˈsiːdz pɹəˈsiːdz
"""


def _rows(table: str) -> Iterator[tuple[str, tuple[SoundRow, SoundRow]]]:
    for line in table.strip().splitlines():
        word, _, sounds = line.partition(": ")
        noun, verb = (half.split() for half in sounds.split(" | "))
        yield word, (("noun", *noun), ("verb", *verb))  # type: ignore[misc]


def _with_s(word: str, rows: tuple[SoundRow, SoundRow]) -> tuple[str, tuple[SoundRow, SoundRow]]:
    noun, verb = ((kind, with_s(american, "ᵻ"), with_s(british, "ɪ")) for kind, american, british in rows)
    return f"{word}es" if word.endswith("s") else f"{word}s", (noun, verb)


_SINGULAR = dict(_rows(_NOUNS))
NOUNS_AND_VERBS: dict[str, tuple[SoundRow, SoundRow]] = {
    **_SINGULAR,
    **dict(_with_s(word, rows) for word, rows in _SINGULAR.items()),
    **dict(_rows(_WITHOUT_PLURAL)),
}
