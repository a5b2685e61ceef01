"""Slips in the YAML of a quiz, as made by people who come from a word processor or a spreadsheet.

Each row holds the name, what of the quiz is replaced, what was written instead, the code of what is told, and what
stands there after the author obeyed. `¦` marks the place that is told; it is no part of the file.
"""

from __future__ import annotations

from support.slips import Slip

QUIZ = """\
id: toets-een
title: Toets
mode: test
questions:
  - id: een-1
    type: single_choice
    prompt: Wat kies je?
    choices:
      - text: Fout
        feedback: Niet zo.
      - text: Goed
        correct: true
        feedback: Zo wel.
    points: 1
"""
PROMPT = "prompt: Wat kies je?"
FEEDBACK = "feedback: Niet zo."
TITLE = "title: Toets"
CHOICE = "      - text: Fout\n        feedback: Niet zo."

_ROWS = [
    ('curly quotes round a value with colon', PROMPT, 'prompt: ¦“Let op: wat kies je?”', "yaml_curly", 'prompt: "Let op: wat kies je?"'),
    ('opening straight closing curly', PROMPT, 'prompt: ¦"Wat kies je?”', "yaml_marks", 'prompt: "Wat kies je?"'),
    ('curly single both straight mix', PROMPT, "prompt: ¦'Wat kies je?’", "yaml_marks", 'prompt: "Wat kies je?"'),
    ('curly id', 'id: een-1', 'id: ¦“een-1”', "better_value", 'id: een-1'),
    ('curly flag', 'correct: true', 'correct: ¦“true”', "better_value", 'correct: true'),
    ('curly points', 'points: 1', 'points: ¦“1”', "better_value", 'points: 1'),
    ('curly type', 'type: single_choice', 'type: ¦“single_choice”', "better_value", 'type: single_choice'),
    ('curly mode', 'mode: test', 'mode: ¦‘test’', "better_value", 'mode: test'),
    ('straight quote then rest', PROMPT, 'prompt: ¦"Nee" is ook een antwoord. Wat kies je?', "yaml_marks", 'prompt: \'"Nee" is ook een antwoord. Wat kies je?\''),
    ('single quote word then rest', PROMPT, "prompt: ¦'Nee' is ook een antwoord.", "yaml_marks", 'prompt: "\'Nee\' is ook een antwoord."'),
    ('apostrophe in single quotes', PROMPT, "prompt: ¦'Foto's van wie?'", "yaml_marks", 'prompt: "Foto\'s van wie?"'),
    ('double quotes in double quotes', PROMPT, 'prompt: ¦"Ze zegt "nee" tegen je."', "yaml_marks", 'prompt: \'Ze zegt "nee" tegen je.\''),
    ('apostrophe at the start', PROMPT, "prompt: ¦'s Morgens kies je wat?", "yaml_apostrophe", 'prompt: "\'s Morgens kies je wat?"'),
    ("'t at start", PROMPT, "prompt: ¦'t Is laat. Wat kies je?", "yaml_apostrophe", 'prompt: "\'t Is laat. Wat kies je?"'),
    ('quote opened never closed', PROMPT, "prompt: ¦'Wat kies je?", "yaml_marks", 'prompt: "Wat kies je?"'),
    ('double quote opened never closed', PROMPT, 'prompt: ¦"Wat kies je?', "yaml_marks", 'prompt: "Wat kies je?"'),
    ('backslash in double quotes', PROMPT, 'prompt: ¦"Zie C:\\Documenten\\map"', "yaml_marks", "prompt: 'Zie C:\\Documenten\\map'"),
    ('quote and text after list item', '- text: Fout', "- text: ¦'Fout' zeg je", "yaml_marks", '- text: "\'Fout\' zeg je"'),
    ('brackets as text', PROMPT, 'prompt: ¦[Sara] Wat kies je?', "yaml_sign", 'prompt: "[Sara] Wat kies je?"'),
    ('brackets whole', FEEDBACK, 'feedback: ¦[Sara]', "yaml_sign", 'feedback: "[Sara]"'),
    ('brackets choice', '- text: Fout', '- text: ¦[Fout]', "yaml_sign", '- text: "[Fout]"'),
    ('bracket never closed', PROMPT, 'prompt: ¦[Sara zegt: wat kies je?', "yaml_sign", 'prompt: "[Sara zegt: wat kies je?"'),
    ('braces as text', PROMPT, 'prompt: ¦{naam}, wat kies je?', "yaml_sign", 'prompt: "{naam}, wat kies je?"'),
    ('braces whole', FEEDBACK, 'feedback: ¦{naam}', "yaml_sign", 'feedback: "{naam}"'),
    ('link markdown first', PROMPT, 'prompt: ¦[Lees dit](https://voorbeeld.nl) en kies.', "yaml_sign", 'prompt: "[Lees dit](https://voorbeeld.nl) en kies."'),
    ('hash at start', PROMPT, 'prompt: ¦#1 in Nederland, wat kies je?', "yaml_sign", 'prompt: "#1 in Nederland, wat kies je?"'),
    ('hash tag at start', FEEDBACK, 'feedback: ¦#werkgeluk', "yaml_sign", 'feedback: "#werkgeluk"'),
    ('hash choice', '- text: Fout', '- text: ¦#fout', "yaml_sign", '- text: "#fout"'),
    ("at", PROMPT, 'prompt: ¦@Sara, wat kies je?', "yaml_sign", 'prompt: "@Sara, wat kies je?"'),
    ("percent", FEEDBACK, 'feedback: ¦%-tekens mogen niet.', "yaml_sign", 'feedback: "%-tekens mogen niet."'),
    ('question mark', PROMPT, 'prompt: ¦? Wat kies je', "yaml_sign", 'prompt: "? Wat kies je"'),
    ("greater", PROMPT, 'prompt: ¦> Wat kies je?', "yaml_sign", 'prompt: "> Wat kies je?"'),
    ('greater number', FEEDBACK, 'feedback: ¦>50 is veel.', "yaml_sign", 'feedback: ">50 is veel."'),
    ("bar", FEEDBACK, 'feedback: ¦| Niet zo.', "yaml_sign", 'feedback: "| Niet zo."'),
    ("dash", FEEDBACK, 'feedback: ¦- Niet zo.', "yaml_sign", 'feedback: "- Niet zo."'),
    ("backtick", PROMPT, 'prompt: ¦`code` betekent wat?', "yaml_sign", 'prompt: "`code` betekent wat?"'),
    ("star", PROMPT, 'prompt: ¦*Wat* kies je?', "yaml_sign", 'prompt: "*Wat* kies je?"'),
    ("bold", PROMPT, 'prompt: ¦**Wat** kies je?', "yaml_sign", 'prompt: "**Wat** kies je?"'),
    ("ampersand", FEEDBACK, 'feedback: ¦& nog iets.', "yaml_sign", 'feedback: "& nog iets."'),
    ('ampersand word', FEEDBACK, 'feedback: ¦&Co doet niet zo.', "yaml_sign", 'feedback: "&Co doet niet zo."'),
    ("bang", FEEDBACK, 'feedback: ¦!Niet zo.', "yaml_sign", 'feedback: "!Niet zo."'),
    ('bang2', FEEDBACK, 'feedback: ¦! Niet zo.', "yaml_sign", 'feedback: "! Niet zo."'),
    ("comma", FEEDBACK, 'feedback: ¦, niet zo.', "yaml_sign", 'feedback: ", niet zo."'),
    ('colon in text', PROMPT, 'prompt: Let op¦: wat kies je?', "yaml_colon_better", 'prompt: "Let op: wat kies je?"'),
    ('colon at end', PROMPT, 'prompt: Wat kies je¦:', "yaml_colon_better", 'prompt: "Wat kies je:"'),
    ('colon in title', TITLE, 'title: Toets¦: het begin', "yaml_colon_better", 'title: "Toets: het begin"'),
    ('colon in choice', '- text: Fout', '- text: Nee¦: fout', "yaml_colon_better", '- text: "Nee: fout"'),
    ('dash colon', FEEDBACK, 'feedback: Niet zo - let op¦: fout.', "yaml_colon_better", 'feedback: "Niet zo - let op: fout."'),
    ('no space after colon', PROMPT, 'prompt¦:Wat kies je?', "yaml_needs_space", PROMPT),
    ('no space title', TITLE, 'title¦:Toets', "yaml_needs_space", TITLE),
    ('no space id', 'id: een-1', 'id¦:een-1', "yaml_needs_space", 'id: een-1'),
    ('capital key', PROMPT, '¦Prompt: Wat kies je?', "unknown_key_suggestion", PROMPT),
    ('caps key', TITLE, '¦TITLE: Toets', "unknown_key_suggestion", TITLE),
    ("equals", TITLE, 'title¦ = Toets', "yaml_needs_colon", TITLE),
    ('semicolon for colon', TITLE, 'title¦; Toets', "yaml_needs_colon", TITLE),
    ('no colon', TITLE, 'title¦ Toets', "yaml_needs_colon", TITLE),
    ('dot for colon', 'mode: test', 'mode¦. test', "yaml_needs_colon", 'mode: test'),
    ('full width colon', TITLE, 'title¦： Toets', "yaml_needs_colon", TITLE),
    ('hard space after colon', PROMPT, 'prompt:¦\u00a0Wat kies je?', "yaml_space", PROMPT),
    ('hard space after colon title', TITLE, 'title:¦\u00a0Toets', "yaml_space", TITLE),
    ('hard space after dash', '- text: Fout', '-¦\u00a0text: Fout', "yaml_space", '- text: Fout'),
    ('hard space indentation', '    prompt: Wat kies je?', '¦\u00a0\u00a0\u00a0\u00a0prompt: Wat kies je?', "yaml_space", '    prompt: Wat kies je?'),
    ('hard space in indentation one', '    prompt: Wat kies je?', '   ¦\u00a0prompt: Wat kies je?', "yaml_space", '    prompt: Wat kies je?'),
    ('hard space indentation choice', '        feedback: Niet zo.', '¦\u00a0       feedback: Niet zo.', "yaml_space", '        feedback: Niet zo.'),
    ('hard space behind key', TITLE, 'title¦\u00a0: Toets', "yaml_space", 'title : Toets'),
    ('hard space after type colon', 'type: single_choice', 'type:¦\u00a0single_choice', "yaml_space", 'type: single_choice'),
    ('hard space after choices', '    choices:\n', '    choices:¦\u00a0\n', "yaml_space", '    choices: \n'),
    ('zero width in key', TITLE, '¦\u200btitle: Toets', "yaml_invisible", TITLE),
    ('zero width after dash', '- text: Fout', '- ¦\u200btext: Fout', "yaml_invisible", '- text: Fout'),
    ('bom in middle', 'mode: test', '¦\ufeffmode: test', "yaml_invisible", 'mode: test'),
    ('tab indent', '    prompt: Wat kies je?', '¦\tprompt: Wat kies je?', "yaml_tab_spaces", '    prompt: Wat kies je?'),
    ('tab after dash', '- text: Fout', '-¦\ttext: Fout', "yaml_tab", '- text: Fout'),
    ('one more', '    prompt: Wat kies je?', '     ¦prompt: Wat kies je?', "yaml_needs_indent", '    prompt: Wat kies je?'),
    ('one less', '    prompt: Wat kies je?', '   ¦prompt: Wat kies je?', "yaml_needs_indent", '    prompt: Wat kies je?'),
    ('two more', '    prompt: Wat kies je?', '      ¦prompt: Wat kies je?', "yaml_needs_indent", '    prompt: Wat kies je?'),
    ('two less', '    prompt: Wat kies je?', '  ¦prompt: Wat kies je?', "yaml_needs_indent", '    prompt: Wat kies je?'),
    ('question one more', '  - id: een-1', '   ¦- id: een-1', "yaml_needs_indent", '  - id: een-1'),
    ('choice one more', '      - text: Goed', '       ¦- text: Goed', "yaml_needs_indent", '      - text: Goed'),
    ('choice one less', '      - text: Goed', '     ¦- text: Goed', "yaml_needs_indent", '      - text: Goed'),
    ('feedback one more', '        feedback: Niet zo.', '         ¦feedback: Niet zo.', "yaml_needs_indent", '        feedback: Niet zo.'),
    ('feedback one less', '        feedback: Niet zo.', '       ¦feedback: Niet zo.', "yaml_needs_indent", '        feedback: Niet zo.'),
    ('correct one more', '        correct: true', '         ¦correct: true', "yaml_needs_indent", '        correct: true'),
    ('correct one less', '        correct: true', '       ¦correct: true', "yaml_needs_indent", '        correct: true'),
    ('correct at margin', '        correct: true', '¦correct: true', "yaml_needs_indent", '        correct: true'),
    ('title one more', TITLE, ' ¦title: Toets', "yaml_needs_indent", TITLE),
    ('first line one more', 'id: toets-een', ' ¦id: toets-een', "yaml_needs_indent", 'id: toets-een'),
    ('points one more', '    points: 1', '     ¦points: 1', "yaml_needs_indent", '    points: 1'),
    ('points one less', '    points: 1', '   ¦points: 1', "yaml_needs_indent", '    points: 1'),
    ('choices at margin', '    choices:\n', '¦choices:\n', "yaml_needs_indent", '    choices:\n'),
    ('choice without dash', '      - text: Goed', '        ¦text: Goed', "yaml_needs_dash", '      - text: Goed'),
    ('choice without dash, moved', '      - text: Goed', '      ¦text: Goed', "yaml_needs_dash", '      - text: Goed'),
    ('question without dash', '  - id: een-1', '    ¦id: een-1', "yaml_needs_dash", '  - id: een-1'),
    ('question without dash margin', '  - id: een-1', '  ¦id: een-1', "yaml_needs_dash", '  - id: een-1'),
    ('first choice without dash', '      - text: Fout', '        ¦text: Fout', "yaml_needs_dash", '      - text: Fout'),
    ('dash without space', '- text: Goed', '¦-text: Goed', "yaml_needs_dash", '- text: Goed'),
    ('en dash', '- text: Goed', '¦– text: Goed', "yaml_needs_dash", '- text: Goed'),
    ('star bullet', '- text: Goed', '¦* text: Goed', "yaml_needs_dash", '- text: Goed'),
    ("bullet", '- text: Goed', '¦• text: Goed', "yaml_needs_dash", '- text: Goed'),
    ('number bullet', '- text: Goed', '¦1. text: Goed', "yaml_needs_dash", '- text: Goed'),
    ('dash twice', '- text: Goed', '¦- - text: Goed', "yaml_extra_dash", '- text: Goed'),
    ('dash before key', '        feedback: Niet zo.', '      ¦- feedback: Niet zo.', "yaml_extra_dash", '        feedback: Niet zo.'),
    ('second line at margin', PROMPT, 'prompt: Wat kies je?\n¦Waarom doe je dat?', "yaml_needs_join", 'prompt: "Wat kies je? Waarom doe je dat?"'),
    ('second line at margin colon', PROMPT, 'prompt: Wat kies je?\n¦Tip: denk na.', "yaml_needs_join", 'prompt: "Wat kies je? Tip: denk na."'),
    ('second line at key', PROMPT, 'prompt: Wat kies je?\n    ¦Waarom doe je dat?', "yaml_needs_join", 'prompt: "Wat kies je? Waarom doe je dat?"'),
    ('second line indented', PROMPT, 'prompt: Wat kies je?\n      ¦Waarom: daarom.', "yaml_needs_join", 'prompt: "Wat kies je? Waarom: daarom."'),
    ('second line title', TITLE, 'title: Toets\n¦over alles', "yaml_needs_join", 'title: "Toets over alles"'),
    ('block at margin', PROMPT, 'prompt: |\n¦Wat kies je?', "yaml_needs_indent", 'prompt: |\n      Wat kies je?'),
    ('block at key', PROMPT, 'prompt: |\n    ¦Wat kies je?', "yaml_needs_indent", 'prompt: |\n      Wat kies je?'),
    ('block one line at margin', PROMPT, 'prompt: |\n      Wat kies je?\n¦Waarom?', "yaml_needs_indent", 'prompt: |\n      Wat kies je?\n      Waarom?'),
    ('block text behind bar', PROMPT, 'prompt: ¦| Wat kies je?\n      Waarom?', "yaml_needs_block", 'prompt: |-\n      Wat kies je?\n      Waarom?'),
    ('points 2,5', 'points: 1', 'points: ¦2,5', "better_value", 'points: 2.5'),
    ('points half', 'points: 1', 'points: ¦0,5 punt', "better_value", 'points: 0.5'),
    ('tab in front of a choice', '      - text: Goed', '¦\t\t- text: Goed', "yaml_tab_spaces", '      - text: Goed'),
    ('dash between', 'mode: test', 'mode¦ - test', "yaml_needs_colon", 'mode: test'),
    ('points een', 'points: 1', 'points: ¦één', "better_value", 'points: 1'),
    ('points 2 punten', 'points: 1', 'points: ¦2 punten', "better_value", 'points: 2'),
    ("ja", 'correct: true', 'correct: ¦ja', "better_value", 'correct: true'),
    ('True', 'correct: true', 'correct: ¦True', "better_value", 'correct: true'),
    ("waar", 'correct: true', 'correct: ¦waar', "better_value", 'correct: true'),
    ("goed", 'correct: true', 'correct: ¦goed', "better_value", 'correct: true'),
    ("x", 'correct: true', 'correct: ¦x', "better_value", 'correct: true'),
    ('flow comma', CHOICE, '      ¦- {text: Nee, dank je, feedback: Niet zo.}', "yaml_flow", '      - {text: "Nee, dank je", feedback: "Niet zo."}'),
    ('flow colon', CHOICE, '      ¦- {text: Fout, feedback: Nee: niet zo.}', "yaml_flow", '      - {text: Fout, feedback: "Nee: niet zo."}'),
    ('flow no close', CHOICE, '      ¦- {text: Fout, feedback: Niet zo.', "yaml_flow", '      - {text: Fout, feedback: "Niet zo."}'),
    ('flow no space', CHOICE, '      ¦- {text:Fout, feedback: Niet zo.}', "yaml_flow", '      - {text: Fout, feedback: "Niet zo."}'),
    ('goal comma', 'mode: test', 'mode: test\nbands: [{from: 0%, text: Ja, ¦goed}]', "unknown_key", 'mode: test\nbands: [{from: 0%, text: "Ja, goed"}]'),
    ('image space', FEEDBACK, 'feedback: ¦![Foto](mijn foto.png)', "yaml_sign", 'feedback: "![Foto](mijn foto.png)"'),
    ('image space angle', FEEDBACK, 'feedback: ¦![Foto](<mijn foto.png>)', "yaml_sign", 'feedback: "![Foto](<mijn foto.png>)"'),
    ('image space enc', FEEDBACK, 'feedback: ¦![Foto](mijn%20foto.png)', "yaml_sign", 'feedback: "![Foto](mijn%20foto.png)"'),
    ('duplicate key', '        feedback: Niet zo.', '        feedback: Niet zo.\n        ¦feedback: Niet zo.', "duplicate_key", '        feedback: Niet zo.'),
    ('id capital', 'id: een-1', 'id: ¦Een-1', "better_value", 'id: een-1'),
    ('id space', 'id: een-1', 'id: ¦een 1', "better_value", 'id: een-1'),
    ('id underscore', 'id: een-1', 'id: ¦een_1', "better_value", 'id: een-1'),
    ('id accent', 'id: een-1', 'id: ¦één-1', "better_value", 'id: een-1'),
    ('id dot', 'id: een-1', 'id: ¦een.1', "better_value", 'id: een-1'),
    ('id double hyphen', 'id: een-1', 'id: ¦een--1', "better_value", 'id: een-1'),
    ('id end hyphen', 'id: een-1', 'id: ¦een-1-', "better_value", 'id: een-1'),
    ('type dutch', 'type: single_choice', 'type: ¦meerkeuze', "unknown_type", 'type: single_choice'),
    ('type hyphen', 'type: single_choice', 'type: ¦single-choice', "better_value", 'type: single_choice'),
    ('type space', 'type: single_choice', 'type: ¦single choice', "better_value", 'type: single_choice'),
    ('type caps', 'type: single_choice', 'type: ¦Single_Choice', "better_value", 'type: single_choice'),
    ('mode dutch', 'mode: test', 'mode: ¦toets', "not_one_of", 'mode: test'),
    ('mode caps', 'mode: test', 'mode: ¦Test', "better_value", 'mode: test'),
    ('pass mark', 'mode: test', 'mode: test\npass_mark: ¦70', "better_value", 'mode: test\npass_mark: 70%'),
    ('pass mark frac', 'mode: test', 'mode: test\npass_mark: ¦0,7', "better_value", 'mode: test\npass_mark: 70%'),
    ('pass mark word', 'mode: test', 'mode: test\npass_mark: ¦70 procent', "better_value", 'mode: test\npass_mark: 70%'),
    ('pass mark curly', 'mode: test', 'mode: test\npass_mark: ¦“70%”', "better_value", 'mode: test\npass_mark: 70%'),
    ('draw word', 'mode: test', 'mode: test\ndraw: ¦één', "better_value", 'mode: test\ndraw: 1'),
    ('draw comma', 'mode: test', 'mode: test\ndraw: ¦1,0', "better_value", 'mode: test\ndraw: 1'),
    ('doc end', 'points: 1\n', 'points: 1\n¦---\n', "yaml_end", 'points: 1\n'),
    ('markdown fence', 'id: toets-een', '¦```yaml\nid: toets-een', "yaml_fence", 'id: toets-een'),
    ('html comment', 'mode: test', '¦<!-- kladje -->\nmode: test', "yaml_needs_hash", '# kladje\nmode: test'),
    ('slash comment', 'mode: test', '¦// kladje\nmode: test', "yaml_needs_hash", '# kladje\nmode: test'),
    ('text list with dash text', FEEDBACK, 'feedback:¦\n          - Niet zo.', "better_block", 'feedback: |-\n          - Niet zo.'),
    ("tilde", FEEDBACK, 'feedback: ¦~', "empty_value", FEEDBACK),
    ("null", FEEDBACK, 'feedback: ¦null', "empty_value", FEEDBACK),
    ('choices text list', CHOICE, '      ¦- Fout', "better_item", '      - text: Fout'),
    ('a hash in the middle', PROMPT, 'prompt: Wat kies je op plek ¦#1?', "text-after-hash", 'prompt: "Wat kies je op plek #1?"'),
    ('a hash at the end of a title', TITLE, 'title: Toets ¦#1', "text-after-hash", 'title: "Toets #1"'),
    ('a remark behind a sentence', FEEDBACK, 'feedback: Niet zo. ¦# nog nakijken', "text-after-hash", '# nog nakijken\n        feedback: Niet zo.'),
]  # fmt: skip


def _slip(name: str, old: str, written: str, told: str, mended: str) -> Slip:
    before = QUIZ.replace(old, written, 1)
    above = before[: before.index("¦")]
    place = (above.count("\n") + 1, len(above) - above.rfind("\n"))
    return Slip(name, before.replace("¦", ""), told, place, QUIZ.replace(old, mended, 1))


YAML_SLIPS = [_slip(*row) for row in _ROWS]
