"""Whom a line is about by where it stands: every style of heading, label and list that people who type fast use."""

from __future__ import annotations

import pytest
from reading_samples import about, block_of, blocks, limits

from ingest.values import Role

HEADINGS = {
    "markdown heading": ("# Kitchen\n## Oven\nbakes bread\n## Kettle\nboils water\n", "boils", "Kettle"),
    "deeper markdown heading": (
        "# Rail\n## Points\nkeeps wheels apart\n### Blades\nmove sideways\n",
        "sideways",
        "Blades",
    ),
    "underlined twice": ("Kettle\n======\n\nboils water\n\nToaster\n=======\n\nbrowns bread\n", "browns", "Toaster"),
    "underlined once": (
        "Signals\n-------\nshow the way\n\nPoints\n------\nlead to another track\n",
        "another track",
        "Points",
    ),
    "all capitals": ("# Kitchen\n\nKETTLE\n- boils water\n\nTOASTER\n- browns bread\n", "browns", "TOASTER"),
    "bold": (
        "# Rail\n\n**Signals**\n- show the way\n\n**Points**\n- lead to another track\n",
        "another track",
        "Points",
    ),
    "colon over bullets": ("# Kitchen\n\nKettle:\n- boils water\n\nToaster:\n- browns bread\n", "browns", "Toaster"),
    "short line over bullets": (
        "# Rail\n\nSemaphore\n- an arm shows the way\n\nBoiler\n- makes the steam\n",
        "steam",
        "Boiler",
    ),
    "known name over plain lines": (
        "# Queues\n\nSQS\nholds messages for a while\n\nSNS\npushes them out\n",
        "pushes",
        "SNS",
    ),
    "known name over bullets": (
        "# Stores\n\nRedis\n- keeps keys in memory\n\nPostgreSQL\n- keeps rows\n",
        "rows",
        "PostgreSQL",
    ),
    "a sum below its title": (
        "# Rail\n\n## Depot\n\nEngine cleaning + wagon repair\n- shift: two men\n- no work in snow\n",
        "snow",
        "Depot",
    ),
    "numbered term over lines": (
        "# Oven\n1. Grill\n  - heats from above\n2. Fan\n  - moves the air\n",
        "moves the air",
        "Fan",
    ),
    "term with indented lines": (
        "# Oven\n- Grill:\n    - heats from above\n- Fan:\n    - moves the air\n",
        "moves the air",
        "Fan",
    ),
    "bare label with indented lines": (
        "# Boiler\n- Firebox\n    - the part that burns coal\n",
        "burns coal",
        "Firebox",
    ),
    "underlined with tildes": (
        "Ovens\n~~~~~\nget hot\n\nKettle\n~~~~~~\nboils water\n\n~~~\nplain code\n~~~\n",
        "boils",
        "Kettle",
    ),
    "names and lines in turns": (
        "# Parts\n\nSQS\nHolds messages until a reader takes them\nRedis\nKeeps short keys\nVault\nHides short words\n",
        "short words",
        "Vault",
    ),
    "between equals signs": (
        "== Ovens ==\nget hot\n\n== Kettle ==\nboils water\n\nand whistles\n",
        "whistles",
        "Kettle",
    ),
    "in bold type, all along": (
        "**Ovens**\n\nget hot\n\n**Fridge**\n\nkeeps cold\n\n**Kettle**\n\nboils water\n\nand whistles\n",
        "whistles",
        "Kettle",
    ),
    "definition list": ("# Rail\n\nSleeper\n: the beam below the rails\n", "beam below", "Sleeper"),
}


@pytest.mark.parametrize(("text", "words", "subject"), HEADINGS.values(), ids=HEADINGS)
def test_what_acts_as_a_heading_is_what_its_lines_are_about(text: str, words: str, subject: str) -> None:
    assert about(text, words) == {subject}


PARAGRAPHS = {
    "a title inside the paragraph of another, and back": (
        "# Rail\n\nREDIS\nkeeps keys\nengines:\n- Steam: burns coal\n- Diesel: burns oil\nstops for water\n",
        "stops for water",
        "Redis",
    ),
    "a lead-in below a part of the title": (
        "# Depot\n\nTurntable of the north\n- turns engines\nBrake crew:\n- holds it\nRequires:\n- a strong pit\n",
        "strong pit",
        "Turntable of the north",
    ),
    "what a product names first holds the labelled lines too": (
        "# Stores\n\nRedis: keys in memory\nquick to answer\nrules: never without a copy\nslow when the disk is full\n",
        "disk is full",
        "Redis",
    ),
    "the next product does not": (
        "# Stores\n\nRedis: keys in memory\nquick to answer\nPostgreSQL: rows\nslow when the disk is full\n",
        "disk is full",
        "PostgreSQL",
    ),
    "labels and lines in turns": (
        "# Train\n## Cab\n\nbench: of wood\nHas no cushion\nlantern: of glass\nOpens to the side\n",
        "to the side",
        "lantern",
    ),
    "a small label does not hold the bullets behind it": (
        "# Rail\n## Engine\nlarge and black\nfirst fuel: coal or oil\n- pulls nine wagons\n",
        "nine wagons",
        "Engine",
    ),
    "a praise is no title": (
        "# Rail\n## Engine\n\nSaves money\nyou buy less coal\n\nLower costs\nnobody shovels any longer\n",
        "nobody",
        "Engine",
    ),
    "nor is a deed": ("# Rail\n## Engine\n\nLaunch:\n- with oil and a cloth\n", "a cloth", "Engine"),
    "what a thing lets you do": (
        "# Rail\n## Engine\n\nBrassWhistle lets you:\n- warn the cows\n",
        "warn the cows",
        "BrassWhistle",
    ),
    "a product in one of its versions, and its parts": (
        "# Rail\n\nRedis 7.2\nquick store\nCopies\n- one in each depot\nnever sleeps at night\n",
        "never sleeps",
        "Redis",
    ),
    "labels below a product's own are its own": (
        "# Our town\n\nRedis: keeps the keys of the town\nIdeal guard: asks twice\nNever open: not even on Sundays\n",
        "on Sundays",
        "Redis",
    ),
    "a bullet that hangs by one blank": (
        "# Rail\n## Engine\nlarge and black\nfirst fuel: coal or oil\n - pulls nine wagons\n",
        "nine wagons",
        "Engine",
    ),
    "lines that explain themselves in brackets": (
        "# Rail\n## Engine\nburns coal\n\nSeveral wheels (more of them in front)\nGreat heat (nobody touches it)\n",
        "in front",
        "Engine",
    ),
    "a question inside the paragraph of a title": (
        "# Rail\n\nTurntable of the north:\n- turns engines\nWhat about the crew?\n- six of them sleep there\n",
        "sleep there",
        "Turntable of the north",
    ),
    "a weak title ends at a label": (
        "# Rail\n## SQS\n\nkeeps messages\nDurable Storage\nNo message gets lost, whatever may happen there\n"
        "Simple: you send and you read and that is all\n",
        "you read",
        "SQS",
    ),
}


@pytest.mark.parametrize(("text", "words", "subject"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_paragraph_has_one_subject_until_the_next_one_of_its_rank(text: str, words: str, subject: str) -> None:
    assert subject in about(text, words)


def test_what_a_plural_title_lists_with_labels_are_its_parts() -> None:
    text = "# Rail\n## Ticket\n\nBooking plans\n- Basic: one ride\n- Premium: ten rides\n- Dedicated: all rides\n"
    assert about(text, "all rides") == {"Dedicated"}
    assert about(text, "one ride") == {"Basic"}


def test_rows_beside_things_are_things() -> None:
    rows = "| saloon | 9 |\n| sleeper | 12 |\n| cheap | 3 |\n| free | 0 EUR |\n"
    text = f"# Rail\n## Ticket\n\n| class | price |\n|---|---|\n{rows}"
    assert about(text, "0 EUR") == {"free"}


def test_a_run_of_labels_that_are_nouns_is_a_list_of_parts() -> None:
    labels = ["Firebox", "Valves", "Tubes", "Dome"]
    text = "# Line\n## Engine\n" + "".join(f"{label}: has an explanation here\n" for label in labels)
    assert set(labels) <= about(text, "has an explanation")


def test_a_run_of_labels_goes_on_over_their_indented_lines() -> None:
    text = "# Line\n## Engine\nValves   let steam in\n   and out\nTubes   get hot\nArchive   old tickets are here\n"
    assert about(text, "old tickets") >= {"Archive"}


@pytest.mark.parametrize("sign", ["vs", "vs."])
def test_what_is_set_apart_are_things_of_the_section(sign: str) -> None:
    title = f"# Line\n## Engine\n\nmark 1 {sign} mark 2\n1. mark 2 burns oil\n2. seat of wood on mark 1, not on mark2\n"
    assert about(title, "burns oil") == {"mark 2"}
    assert about(title, "of wood") == {"Engine", "mark 1", "mark 2"}
    labelled = f"# Line\n## Engine\n- brass bell {sign} steam whistle: one is louder by far\n"
    assert {"brass bell", "steam whistle"} <= about(labelled, "louder")


def test_text_behind_a_numbered_list_returns_to_the_section() -> None:
    text = "# Line\n## Engine\n1. Boiler: holds water\n   and steam\n2. Tender: holds coal\nYou drive it with care\n"
    assert about(text, "with care") == {"Engine"}


@pytest.mark.parametrize("sentence", ["Drivers start them", "Has two wide doors", "The engine runs hot"])
def test_a_short_sentence_is_no_heading(sentence: str) -> None:
    text = f"# Depot\n## Trains\n- stand here\n\n{sentence}\nand a long line about something else stands below it\n"
    assert block_of(text, sentence).role is Role.CONTENT


def test_a_label_that_may_be_a_thing_has_its_explanation() -> None:
    text = "# Boiler\n- FireBox: the part that burns coal\n- BlastPipe: the part that draws air\n"
    assert "BlastPipe" in about(text, "draws air")
    assert "FireBox" not in about(text, "draws air")


@pytest.mark.parametrize("label", ["Notes:", "Features:", "General", "Example:", "Facts"])
def test_a_label_that_only_groups_keeps_the_subject_above(label: str) -> None:
    assert about(f"# Kettle\n\n{label}\n- boils water\n", "boils water") == {"Kettle"}
    assert about(f"# Redis\n\n{label}\n- keeps keys in memory\n", "in memory") == {"Redis"}


@pytest.mark.parametrize(
    "lead_in", ["Good for:", "Not suitable for:", "Use cases:", "Integrations:", "Supported languages:"]
)
def test_a_lead_in_is_no_subject(lead_in: str) -> None:
    text = f"# Toaster\n\n{lead_in}\n- bread with raisins\n"
    assert about(text, "raisins") == {"Toaster"}
    assert block_of(text, lead_in).role in (Role.LEAD_IN, Role.LABEL)


def test_a_wrapped_item_is_one_statement_over_its_lines() -> None:
    text = (
        "# Kettle\n- it boils water for tea, for coffee and for a soup that\n  the cook wants to serve before dinner\n"
        "- it whistles\n"
    )
    block = block_of(text, "before dinner")
    assert (block.line_start, block.line_end) == (2, 3)
    assert block_of(text, "whistles").line_start == 4


def test_lines_wrapped_by_a_window_are_one_sentence() -> None:
    wide = "The driver looks at the semaphore before the train enters the next section and then he"
    text = f"# Rail\n{wide}\nslows down until the arm drops.\nAnother line stands here.\n"
    assert block_of(text, "slows down").line_start == 2
    assert block_of(text, "Another").line_start == 4


PROSE = (
    "A kettle boils water for tea and for soup.\n\nThe lid keeps the steam in.\n\nIts whistle wakes the cook.\n\n"
    "On the stove it takes nine minutes, unless the cook bought the one with the flat bottom and the copper spout.\n\n"
)


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Cold water comes from the tap; for more than one pot", "you need the big kettle."),
        ("The cook sets how long the whistle blows with", "`--whistle.time`, an option."),
        ("The tender stands at the quay until the last boat is in", "(see the harbour's book)."),
    ],
)
def test_where_sentences_close_with_full_stops_a_line_without_one_goes_on(first: str, rest: str) -> None:
    assert block_of(f"{PROSE}{first}\n{rest}\n", rest[:12]).line_start == 9
    hasty = PROSE.replace(".\n", "\n")
    assert block_of(f"{hasty}{first}\n{rest}\n", rest[:12]).line_start == 10


def test_prose_does_not_go_on_with_a_new_sentence_or_an_item() -> None:
    first = "The tender stands at the quay until the last boat is in"
    assert block_of(f"{PROSE}{first}\nIt waits.\n", "It waits").line_start == 10
    assert block_of(f"{PROSE}{first}\n- it waits\n", "it waits").line_start == 10
    assert block_of(f"{PROSE}Boats\ngo out at nine.\n", "go out").line_start == 10


def test_a_figure_goes_on_with_a_line_that_is_open_at_its_end() -> None:
    wide = "- the kettle boils water for tea, and until it whistles it takes up to"
    closed = "- and a spoon for tea, coffee, soup and all that one stirs now"
    text = f"# Kettle\n{wide}\n  9 min from cold\n{closed}\n  9 spoons\n"
    assert block_of(text, "from cold").line_start == 2
    assert block_of(text, "9 spoons").line_start == 5


def test_the_longest_of_many_lines_shows_no_width_of_a_window() -> None:
    wide = "semaphore arms = red on the face, white behind; " * 3 + "the driver looks up"
    text = f"# Rail\n   * {wide}\nsignal box: levers, all of them red\n"
    assert block_of(text, "signal box").line_start == 3


def test_lines_farther_out_end_what_stands_below_a_title_inside() -> None:
    text = "# Rail\n  types of wagon\n  Flat\n  Tank\nthe depot has nine doors\n"
    assert about(text, "nine doors") == {"Rail"}


def test_text_right_below_a_table_is_no_row_of_it() -> None:
    text = "# Rail\n| wagon | load |\n|---|---|\n| flat | wood |\nTank wagon: carries oil, 40 t\n"
    assert block_of(text, "carries oil").role is Role.CONTENT


def test_a_line_with_a_name_of_its_own_is_no_part_of_the_label_above() -> None:
    text = "# Rail\n\ncouplings\nUIC: a screw holds it\nSA3 -> holds by itself\nBSI: for trams\nGF locks with air\n"
    assert about(text, "by itself") != {"UIC"}
    assert about(text, "with air") != {"BSI"}


def test_a_sentence_of_its_own_goes_on_with_no_full_line() -> None:
    wide = "the long engine pulls all of the heavy coal wagons over the pass in the night and then"
    text = f"# Rail\n{wide}\nthe brake replaces the anchor.\n"
    assert block_of(text, "the anchor").line_start == 3


def test_an_ordinary_word_among_names_is_a_name() -> None:
    names = ("BeforeStop", "AfterStop", "BeforeStart", "Install")
    text = "# Rail\n## Engine\n" + "".join(f"{name}: runs what the driver wrote\n" for name in names)
    assert about(text, "the driver wrote") >= set(names)


def test_a_short_line_does_not_swallow_the_next() -> None:
    assert block_of("# Kettle\nboils water\nwhistles then\n", "whistles").line_start == 3


def test_front_matter_is_no_content_and_wikilinks_are_names() -> None:
    text = "---\ntitle: Steam\ntags: [rail]\n---\n# Boiler\n- [[Fire box|the fire]] heats it\n"
    roles = [block.role for block in blocks(text)]
    assert roles[:4] == [Role.MARKUP] * 4
    assert roles[4] is Role.HEADING
    assert about(text, "heats it")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert block_of("---\n\nKettles boil water, and that is all they do.\n", "boil").role is Role.CONTENT


@pytest.mark.parametrize("text", ["# Shop\ncart store = Redis\n", "# Rail\nsignal = semaphore arm on a post\n"])
def test_a_is_b_is_a_labelled_line(text: str) -> None:
    block = block_of(text, "=")
    assert block.label in ("cart store", "signal")


def test_the_answer_carries_the_fact_of_a_question() -> None:
    text = "# SQS\nQ: How long does it keep a message?\nA: up to 14 days\n"
    assert limits(text) == {("SQS", "max", 14, "days")}
    assert block_of(text, "14 days").line_start == 2


def test_a_question_alone_states_nothing() -> None:
    text = "# SQS\nDoes it keep a message for up to 99 days?\n"
    assert limits(text) == set()


def test_cells_are_about_their_columns_things() -> None:
    text = "# Queues\n\n| | SQS | SNS |\n|---|---|---|\n| manner | polled by readers | pushed to readers |\n"
    assert about(text, "polled") == {"SQS"}
    assert about(text, "pushed") == {"SNS"}


def test_a_row_is_about_its_first_cell() -> None:
    text = "# Stores\n\n| name | keeps |\n|---|---|\n| Redis | keys in memory |\n| PostgreSQL | rows on a disk |\n"
    assert about(text, "rows on a disk") == {"PostgreSQL"}


def test_a_name_switches_the_subject_and_the_list_returns() -> None:
    text = "# SQS\n- holds messages\n- SNS pushes them out instead\n- keeps them for days\n"
    assert about(text, "pushes") == {"SNS"}
    assert about(text, "for days") == {"SQS"}


def test_a_blank_line_returns_to_the_section() -> None:
    text = "# Redis\n\nSlow log:\n- a list of slow commands\n\nIt keeps everything in memory.\n"
    assert about(text, "slow commands") == {"Slow log"}
    assert about(text, "in memory") == {"Redis"}


def test_a_sibling_heading_ends_what_was_above() -> None:
    text = "# Kitchen\n## Oven\n### Grill\nheats from above\n## Kettle\nboils water\n"
    assert about(text, "boils") == {"Kettle"}


@pytest.mark.parametrize("marker", ["-", "*", "+", "•", "–"])
def test_any_bullet_makes_the_same_outline(marker: str) -> None:
    text = f"# Oven\n{marker} Grill:\n    {marker} heats from above\n"
    assert about(text, "heats from above") == {"Grill"}


def test_the_longest_line_of_notes_that_no_window_broke_is_one_by_itself() -> None:
    longest = "porters - carry trunks, hats and birds from the train to the hotel"
    text = f"# Rail\n{longest}\nguards: blow the whistle\nlamps\n"
    assert block_of(text, "porters").line_end == 2
