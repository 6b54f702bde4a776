"""What stands in Markdown for a program: shortcodes, template tags, MDX, tables that Markdown has no rule for."""

import pytest

from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.readers.markdown.reader import read_markdown


def texts(source, name="essay.md"):
    essay = read_markdown(source, name)
    assert partition_faults(essay) == []
    return [block.text for block in essay.blocks]


def skipped(source, reason, name="essay.md"):
    return [skip.text for skip in read_markdown(source, name).skips if skip.reason is reason]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('[caption id="a" width="3"]<img src="a.jpg" alt="a mill" /> The *old* mill[/caption]', ["The old mill"]),
        ("[caption id=”a” width=”3”]<img src='a.jpg' alt='a mill'>[/caption]", ["a mill"]),
        ('[caption width="3" caption="The mill"]<img src="a.jpg" alt="a mill">[/caption]', ["The mill"]),
        ('[gallery ids="1,2"]\n[gallery]\n\nText.', ["Text."]),
        ("[embed]https://example.org/v[/embed]\n\n[youtube https://example.org/v]\n\nText.", ["Text."]),
        ('[vc_row][vc_column width="1/2"]And *was* built.[/vc_column][/vc_row]', ["And was built."]),
        ("[et_pb_text]\n## Part\n\nText.\n[/et_pb_text]", ["Part", "Text."]),
        ("[b]Bold[/b] and [url=https://e.org]a link[/url]. It[ref]A note.[/ref] ends.", ["Bold and a link. It ends."]),
        ('[code lang="c"]\none;\n\ntwo;\n[/code]\n\nText.', ["Text."]),
        ("He [sic] said [b] and [a note], [see](x.md).", ["He [sic] said [b] and [a note], see."]),
        ("The selector input[type=text] and `[gallery]`.", ["The selector input[type=text] and [gallery]."]),
        ("Wait. [pause] Now [sting] go.", ["Wait. Now go."]),
    ],
)
def test_a_shortcode_in_brackets_is_not_said_but_what_it_holds_is(source, said):
    assert texts(source) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('{{< figure src="a.png" caption="The *old* mill" >}}', ["The old mill"]),
        ("{{< figure\n  src='b.png'\n  alt='A second mill'\n>}}\n\nText.", ["A second mill", "Text."]),
        ("{{% notice tip %}}\nMind the **gap**.\n{{% /notice %}}", ["Mind the gap."]),
        ('See [the post]({{< ref "post.md" >}}) and [it]({% link _posts/x.md %}).', ["See the post and it."]),
        ("![A river]({{ site.url }}/r.png) flows.", ["A river flows."]),
        ('{% include image.html url="/x.jpg" caption="A bridge" %}', ["A bridge"]),
        ('{% quote(author="X") %}\nQuoted.\n{% end %}', ["Quoted."]),
        ('<p class="c">\n{{< youtube id="B" >}}\nInside.\n</p>\n\nAfter.', ["Inside.", "After."]),
        ("{% comment %}\nNot **this**.\n\nNor this.\n{% endcomment %}\n\nText.", ["Text."]),
        ("- {{< icon x >}} one\n- {{< y >}}\n\n> {{< x >}}\n> two", ["one", "two"]),
        ("{# nor this #} Text {/* nor this */} here.", ["Text here."]),
        ("- list\n\n  ```\n  {{< x\n  ```\n\nText {{< x >}} here.", ["list", "Text here."]),
        ("`{{ x }}` is written {{ so }} so.", ["{{ x }} is written so."]),
        ("{{< never closed\n\nText.", ["{{< never closed", "Text."]),
    ],
)
def test_a_template_tag_is_not_said_wherever_it_stands(source, said):
    assert texts(source) == said


MDX = """import A from './a'
import { B,
  C } from "c";

export const meta = {
  title: "x",

  tags: ["a"],
}

<Callout type="info" render={() => <b>x > y</b>}>
Some **bold** text{/* a note */} here.

    Indented text.
</Callout>

<Tabs>
  <TabItem value="a">

Tab *text* in{" "}<B>one</B> {"piece"}.

  </TabItem>
</Tabs>

<div className="x">
**More** \\{here\\}
</div>
"""


def test_the_text_of_components_is_markdown_and_their_code_is_not_said():
    said = ["Some bold text here.", "Indented text.", "Tab text in one piece.", "More {here}"]
    assert texts(MDX, "essay.mdx") == texts(MDX, "essay.md") == said


def test_words_that_look_like_code_are_said_in_other_markdown():
    source = "import a book from abroad, said {one}.\n\nexport is costly {two}."
    assert texts(source) == [" ".join(part.split()) for part in source.split("\n\n")]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>a</td></tr>\n\n<tr><td>**c**</td></tr></table>",
        "<table>\n<thead>\n\t<tr>\n\t\t<th>a</th>\n\t</tr>\n</thead>\n</table>",
        "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+",
        "  Right   Left\n-------  -----\n     12     12\n    123    123",
        "-----------\n Cent  De\n ered  fault\n----- -----\n a     b\n\n c     d\n-----------",
        "---- ----\n a    b\n---- ----\n\n: The caption\nof it.",
    ],
)
def test_a_table_is_left_out_as_one(table):
    source = f"Before.\n\n{table}\n\nAfter."
    assert texts(source) == ["Before.", "After."]
    assert "".join("".join(skipped(source, Reason.TABLE)).split()) == "".join(table.split())


def test_a_table_that_lays_out_a_page_is_said():
    prose = "word " * 50
    assert texts(f"<table><tr><td>{prose}</td></tr></table>") == [prose.strip()]


@pytest.mark.parametrize("sign", ["%%", "$$"])
def test_what_opens_and_closes_in_its_line_hides_no_text_up_to_the_next(sign):
    assert texts(f"{sign}x^2{sign} is here\nand there.\n\nMore.\n\n{sign}y{sign}") == ["is here and there.", "More."]


def test_a_rule_and_an_underlined_heading_are_no_table():
    assert texts("One.\n\n-----\n\nTwo\n---\n\nThree - - four.") == ["One.", "Two", "Three - - four."]


def test_a_frame_around_a_text_is_no_table():
    assert texts("<table><tr><td>\n\nA letter stands here.\n\n</td></tr></table>\n\nOne.") == [
        "A letter stands here.",
        "One.",
    ]


@pytest.mark.parametrize("caption", ["Table: Prices", ": Prices {#tbl-a}"])
def test_the_caption_of_a_table_goes_with_it(caption):
    assert texts(f"One.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{caption}\n\nTwo: three.") == ["One.", "Two: three."]


def test_plug_ins_without_attributes_are_known_by_what_they_are_for():
    assert texts("One.\n\n[ultimate-faqs] [photo-gallery]\n\nA [well-known] river.") == [
        "One.",
        "A [well-known] river.",
    ]
