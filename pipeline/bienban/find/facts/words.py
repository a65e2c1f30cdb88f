"""The words that stand around amounts, by the part they play there; the lists are in `lexicon/`."""

from __future__ import annotations

from bienban import lexicon


def _role(role: str, name: str = "amount_words") -> frozenset[str]:
    return frozenset(row["form"].lower() for row in lexicon.table(name) if row["role"] == role)


def _forms(name: str) -> frozenset[str]:
    return frozenset(row["form"].lower() for row in lexicon.table(name))


# Function words.
FUNCTION_WORDS = _role("function")
PARTICLES = _role("particle")
AUXILIARIES = _role("auxiliary")
EXACTNESS = _role("exactness")
CONSISTS = _role("consists")
CONJUNCTIONS = _role("conjunction") | frozenset(",;:(-+")
COPULAS = _role("copula") | {":"}
LEADS = _role("lead")
LOCATIVES = _role("locative")
BEFORE_MEASURE = _role("before_measure")
TO_LEVEL = _role("level") | {":"}
ANNOUNCES = _role("announces")
COMPARATORS = {name: _role(name) for name in ("gt", "ge", "le", "lt", "approx")}
PASSIVE = frozenset({"được", "bị", "do"})
EQUALS = COPULAS - {"là", ":"}
#: The amount says once more what the one before it said.
EQUIVALENT = frozenset({"tương đương", "tương ứng"})
#: Before "kỷ niệm", "tổng kết" that are no verb of the clause: "các hoạt động kỷ niệm 80 năm".
NOT_OBSERVED = frozenset({"-", "hoạt động", "chỉ đạo", "về"})
#: After a verb: what it says is an attribute, not what happened ("20 dự án đăng ký mới").
ADJECTIVAL = frozenset({"mới"})
#: What befell those counted stands after them: "làm 3 người bị thương".
CAUSES = frozenset({"làm", "khiến", "làm cho"})
#: Between verbs of one kind.
JOINS = frozenset({",", "và"})
#: Between a verb and its duration.
WITHIN = frozenset({"trong", "vòng", "trong vòng", "suốt"})
#: Where a noun phrase is over and another clause goes on.
CLAUSAL = LEADS | {"nên", "thì", "khi", "để", "nhưng", "vì"}
#: Before the branches of the economy that are one subject.
SECTORS = frozenset({"khu vực", "ngành", "lĩnh vực", "nhóm"})
#: After a place counted, where it is: "15 tỉnh khu vực phía Bắc".
REGIONS = frozenset({"khu vực", "vùng", "miền", "phía"})
#: Between those of an age and the age.
OF_AGE = frozenset({"đủ", "từ", "(", ","})
#: After a verb, what it comes to: "rút còn 8", "chia làm 2", "bàn giao tiếp 3".
RESULTS = frozenset({"còn", "làm", "tiếp"})
#: After a verb, no verb of its own: "phát hiện vi phạm 5 tỷ đồng".
SECONDARY = RESULTS | {"vi phạm"}
#: What is done with a fund, not what it is for: "vốn đầu tư giải ngân 15 tỷ đồng".
OF_FUNDS = frozenset({"giải ngân", "thực hiện", "huy động", "thu", "chi"})
#: Before "hơn" and by how much something is more or less: "thấp hơn 0,4% so với chỉ tiêu".
COMPARED = {"cao": "increase", "thấp": "decrease"}
#: After "về", in what respect something grew: "tăng 8% về lượng".
QUANTITIES = frozenset({"số", "lượng", "số lượng"})
#: Between an amount and its noun: "80% trở lên số xã".
OR_BEYOND = frozenset({"trở lên", "trở xuống"})
#: What makes a verb a noun's attribute: "xã đạt chuẩn".
ATTAINS = frozenset({"đạt", "đạt chuẩn"})
#: Before another verb, which is the main one: "tổ chức tiếp 20 lượt công dân".
SUPPORTS = frozenset({"tổ chức", "tiến hành", "thực hiện", "triển khai"})
#: Between a noun and an amount of which it is: what is done to the one is not done to the other.
POSSESSIVE = frozenset({"của", "giữa", "thuộc", "theo"})
#: Between a thing and its extent: "tuyến kênh dài 4 km".
DIMENSIONS = frozenset({"dài", "rộng", "sâu", "dày", "nặng"})
#: Between two places and how far they are apart, and before it: "Cảng nằm cách thành phố 8 km".
APART, LIES = "cách", "nằm"
#: Between things and what they are worth: "12 suất quà trị giá 6 triệu đồng".
WORTH = "trị giá"
#: Before a level that is set against another.
COMPARES = frozenset({"cao", "thấp"})
#: What is done, or attained, "với" those counted.
COMITATIVE = frozenset(
    {"ký", "ký kết", "phối hợp", "hợp tác", "liên kết", "đối thoại", "tiếp xúc", "gặp", "gặp gỡ", "trao đổi"}
    | {"đạt", "đạt được"}
)

# Nouns.
MEASURES = _forms("measures")
FUNDS = _role("tiền", "measures")
#: Measured nouns that begin a phrase of their own: "2.500 suất quà trị giá 1 tỷ đồng".
OWN_MEASURES = frozenset().union(*(_role(role, "measures") for role in ("giá", "đo", "tổng", "sản lượng")))
BARE_MEASURES = _role("bare_measure")
COMPOUNDS = _forms("compounds")
VERBAL_HEADS = _role("verbal_head")
NOMINALIZERS = _role("nominalizer")
COORDINABLE = _role("coordinable")
CLASSIFIERS = _role("classifier")
SIDES = _role("side")
PLACES = _role("place")
BASES = _role("base")
LOCALITIES = _role("locality")
PLANS = _role("plan")
COUNTED = _role("counted")
#: Nouns that begin like a function word: "8 chỉ tiêu", "12 bị can".
DECEPTIVE = frozenset(
    form
    for form in COMPOUNDS | BASES | COORDINABLE | COUNTED | MEASURES
    if form.partition(" ")[0] in FUNCTION_WORDS | PARTICLES and " " in form
)
QUANTIFIERS = frozenset({"số", "tổng số", "các", "những"})

# Verbs.
VERBS = _forms("amount_verbs")
CHANGES = {form: role for role in ("increase", "decrease") for form in _role(role, "amount_verbs")}
STATES = _role("state", "amount_verbs") | _role("excess", "amount_verbs") | frozenset(CHANGES)
MODIFIERS = _role("modifier", "amount_verbs")
NOMINAL = _role("nominal", "amount_verbs") | MODIFIERS
REPORTS = _role("report", "amount_verbs")
OPINIONS = _role("opinion", "amount_verbs")
AMBIGUOUS = _role("ambiguous", "amount_verbs")
OCCASIONS = _role("occasion")
ATTENDANCE = _role("attendance")
#: Verbs of two syllables announce a number without a noun too: "khiển trách 9, cảnh cáo 4".
PLAIN_VERBS = frozenset(form for form in _role("event", "amount_verbs") if " " in form)
#: No word ends with these: the segmenter joins "lúa ước".
NEVER_LAST = frozenset({"ước", "đạt", "giải ngân"})
