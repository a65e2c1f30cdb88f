"""What tasks are recognised by: word classes and fixed phrases, no logic."""

from __future__ import annotations

import regex


def any_of(phrases: str) -> str:
    """An alternation of the phrases that a text holds, separated by `|` and spread over lines."""
    return "(?:" + "|".join(" ".join(phrase.split()) for phrase in phrases.split("|")) + ")"


WORD = regex.compile(r"\w+(?:[.&/’'-]\w+)*")
# Inside such a word.
JOINED = regex.compile(r"(?<=\w[.&/’'-])")
QUANTIFIER = regex.compile(
    any_of(r"""
    tất cả các|tất cả|cả|toàn thể|toàn bộ|toàn|các|những|mỗi|từng|mọi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+|đông đảo
    |một số|đội ngũ""")
    + r"\b\s?"
)

# --- Where a clause begins ---
# What may open a sentence or a clause before its first noun or verb.
_CONNECTIVES = any_of("""
    đồng thời|cùng (?:với (?:việc )?)?đó|bên cạnh đó|ngoài ra|trong đó|do đó|do vậy|vì vậy|vì thế|chính vì vậy|theo đó
    |qua đó|từ đó|đặc biệt là|đặc biệt|nhất là|cụ thể là|cụ thể|trước mắt|trước hết|trên cơ sở đó|song song với đó
    |song song đó|mặt khác|thêm vào đó|(?:tiếp|sau) đó là|tiếp đó|tuy nhiên|cuối cùng|còn|và|riêng
    |muốn(?: như)? (?:vậy|thế)|để làm được điều đó|hơn nữa|tiếp theo|cũng
    |(?:đi liền|đi đôi|gắn|gắn liền|song hành) với đó(?: là)?|kèm theo đó(?: là)?|tiếp đến|thêm nữa""")
CONNECTIVE = regex.compile(rf"(?:{_CONNECTIVES}\b(?! hóa\b)[ ,:]*|\p{{So}}\ufe0f?\s*)+")
# A topic, time, purpose or participle that stands before the subject, up to a comma.
TOPIC = regex.compile(
    any_of(r"""
    về|đối với|với|trong|tại|trên cơ sở|trên tinh thần|để|nhằm|trước|sau|hết|từ|kể từ|đến|thời gian|năm|quý|tháng
    |liên quan|cùng với|bên cạnh|bên trong|ngoài|theo|qua|thông qua|căn cứ|phát biểu|kết luận|thay mặt|ghi nhận
    |nhấn mạnh|khẳng định|cũng|(?:đầu|giữa|cuối) (?:tháng|quý|năm|tuần|giờ|buổi|phiên|cuộc)
    |ngay|khi|riêng|còn|dưới|vì|do|nhân|định hướng|đồng tình|đánh giá|cho rằng|hiện|trước mắt|kêu gọi|chia sẻ
    |giao nhiệm vụ|chỉ đạo|là|muốn|mặc dù|chậm nhất|muộn nhất|ngày|sáng(?! tạo)|chiều|hằng|hàng|định kỳ
    |thông tin (?:thêm|về)|bước (?:sang|vào)|sang (?:năm|quý|tháng|tuần)
    |quá trình(?! [^;.]*\b(?:cần|phải)\b)|(?:\d+|ba|sáu|chín) tháng
    |mỗi (?:ngày|tuần|tháng|quý|năm)|hạn chót|thời hạn|quá (?:thời )?hạn""")
    + r"\b|\w+ (?:\w+ )?nào\b"
)
# A time to come before a verb, without a comma: "Trong 2 tháng tới | khẩn trương …".
SOON = regex.compile(
    r"(?:(?:ngay|trong|từ) )*(?:(?:\d+ |những |các )?(?:tháng|năm|quý|tuần|ngày)|thời gian|giai đoạn|nhiệm kỳ|năm học)"
    r" tới (?=\p{L})"
    r"|(?:ngay )?(?:trong|từ nay (?:đến|tới)|trước|chậm nhất(?: là)?|muộn nhất(?: là)?)(?: hết| cuối)?"
    r"(?: (?:ngày|tháng|quý|năm))? [\d/.-]+ (?=\p{L})"
)
# A time before what is to be ensured: "Trong quá trình vận chuyển, | bảo đảm an toàn".
WHEN_DONE = regex.compile(r"(?:sau khi|trước khi|khi|trong (?:quá trình|khi|thời gian))\b[^,]*, $")
# "Đối với ngành Y tế, …": a topic that may be the one who is to do it.
ADDRESSED = regex.compile(r"(?:riêng |còn )?(?:đối với|về phía|với|phía|riêng|còn)\b\s?")
# What is done to those whom a topic names, by others: "Đối với hộ nghèo, cần | hỗ trợ …".
DONE_TO = regex.compile(
    r"(?:(?:kiên quyết|kịp thời|tiếp tục|thường xuyên|chủ động) )*"
    + any_of("""
    hỗ trợ|hướng dẫn|tập huấn|bồi dưỡng|đào tạo|giúp|giúp đỡ|quan tâm|chăm lo|tạo điều kiện|tuyên truyền|vận động
    |xử lý|xử phạt|kiểm tra|thay|thay thế|điều chuyển|khen thưởng|động viên|tháo gỡ|ưu tiên|cưỡng chế|đối thoại""")
    + r"\b"
)
# A topic of the same speech, which a new paragraph may begin with.
ABOUT = regex.compile(r"(?:riêng |còn )?(?:về|liên quan)\b")
# "Cùng với tập thể lãnh đạo …, tiếp tục …": those who stand beside the one who was asked before.
BESIDE = regex.compile(r"cùng(?: với)? ")
# What begins another part of the report, in which the demands before it no longer hold.
RESET = regex.compile(
    any_of(r"""
    cũng tại|tại (?:hội nghị|buổi|cuộc|phiên|đây)|dịp này|nhân dịp|trước đó|được biết
    |báo cáo (?:của|về|tại|do|cũng|nêu|cho)|(?:theo|cụ thể,) (?:báo cáo|thống kê|số liệu|chương trình|kế hoạch)
    |phát biểu|thay mặt|kết thúc|ngày \d|hôm|tối|hội nghị (?:đã|cũng|sẽ|được)|kết quả
    |sau (?:phiên|khi (?:nghe|kết thúc|thảo luận|trao đổi|xem xét|hội nghị)|hội nghị, )|cùng ngày|chiều|sáng""")
    + r"\b"
)
# A comment on a demand, or a look back, which demands nothing itself.
COMMENT = regex.compile(
    any_of("""
    có như vậy|có như thế|có thế|như vậy|như thế|đây|đó|điều này|điều đó|việc (?:này|đó)(?! (?:cần|phải))
    |trước đây|trước kia|lâu nay|(?:cho )?(?:đến|tới) (?:nay|thời điểm này)|thực tế|hiện nay
    |vì|bởi|theo (?:quy định|luật)""")
    + r"\b"
)
# A reason or a reservation, which ends a demand even in a quotation.
ARGUES = regex.compile(r"(?:vì|bởi|nhưng|song|tuy|dù)\b")
# Somebody answers an order, or takes office: what he stresses then he takes upon himself.
REPLIES = regex.compile(r"(?:tiếp thu|đáp từ|đón nhận|lĩnh hội|nhận nhiệm vụ|phát biểu (?:nhận nhiệm vụ|đáp từ))\b")
# Somebody speaks as one of those who discuss: he tells what he thinks.
DISCUSSES = regex.compile(
    r"(?:(?:phát biểu |trình bày )?tham luận|góp ý|đóng góp ý kiến|tham gia (?:góp ý|ý kiến|thảo luận)"
    r"|thảo luận tại (?:hội nghị|phiên|cuộc)|(?:đồng|chung|cùng) (?:quan điểm|ý kiến))\b"
)
# Somebody reads a report, in which he tells what a body has done and plans.
PRESENTS = regex.compile(r"\b(?:trình bày|báo cáo|thông qua|đọc)\b[^.;]{0,30}\b(?:báo cáo|kết quả|tóm tắt|tình hình)\b")
# A case: what must be in it is not asked ("Nếu tỉnh yêu cầu phải dừng | thì chúng tôi dừng").
SUPPOSED = regex.compile(r"(?:nếu|giả sử)\b[^,;.]*?(?= thì\b)")
# A source: what a body does by it is told, not asked.
CITES = regex.compile(r"(?:cũng )?theo (?!đó\b)\p{L}")
# A sentence that adds to the demand before it, or picks out a part of it.
ADDS = regex.compile(
    r"(?:đồng thời|cùng (?:với )?đó|bên cạnh đó|ngoài ra|trong đó|đặc biệt|nhất là|trước hết|từ đó|qua đó)(?: là)?\b"
    r"|(?:thời hạn|hạn|thời gian) (?:chót|cuối|báo cáo|hoàn thành|thực hiện|trả lời|xử lý|nộp)\b"
)

# What goes on with a demand of nobody in particular, also where it names somebody.
FURTHER = regex.compile(r"(?:đồng thời|cùng (?:với )?đó|bên cạnh đó|ngoài ra|từ đó|qua đó)\b")

# --- Around a cue ---
# What makes a noun of a cue ("7 yêu cầu", "trước yêu cầu").
NOUN_BEFORE = regex.compile(
    r"(?:\d|\b" + any_of("các|những|một số|mọi|nhiều|với|trước|theo|đáp ứng|của|sự|tiếp thu|từ|về|ý kiến") + r")\s$"
)
# After a cue, before its object.
AFTER_CUE = regex.compile(
    r"(?:\s?(?:rằng|cho|(?:tới|đến|về) việc|rõ|tới|đến|đối với|với|thêm|cụ thể|nhiệm vụ|một số|là)\b)*[\s,:“\"]*"
)
# What should have been done, and was not; what others think should be.
SHOULD_HAVE = regex.compile(r"\b(?:đáng (?:lẽ|ra)|lẽ ra|ý kiến (?:góp ý|cho rằng|cho biết))\b")
# Before a modal: what one is to do oneself.
OWN = regex.compile(r"\b(?:chúng tôi|ai)(?: (?:cũng|luôn|đều|vẫn|thì))*\s$")
# What stands before a modal that only describes ("những việc cần làm") or supposes ("muốn … thì phải").
NO_DEMAND = regex.compile(
    r"\b"
    + any_of("""
    mà|thì|nếu|khi|muốn|việc|vấn đề|nội dung|điều|nhiệm vụ|những gì|không|chẳng|đã|vẫn|còn|đang|sẽ|do|vì|là|chỉ|rất|bởi
    |buộc|thời điểm|lúc|nào|nhu cầu|tại sao|hạn chế|tồn tại|khuyết điểm|bất cập|đồng tình|có thể""")
    + r"\s?$"
)
# "Nhiệm vụ của ngành Y tế, theo …, là | phải …"
DUTY = regex.compile(
    r"(?:một )?(?:trong )?(?:những )?"
    r"(?:nhiệm vụ|việc|yêu cầu|giải pháp|điều|vấn đề|tinh thần|phương châm|quan trọng nhất)\b[^,;:“”]*?"
    r"(?: (?:của|với|đối với|cho|là) (?P<whose>[^,;:“”]+?))?"
    r"(?: (?:trong )?(?:thời gian|năm|giai đoạn|hiện nay|lúc này)\b[^,;:“”]*)?(?:, [^,;:“”]+,)? là $"
)
NOT_MODAL = regex.compile(r"\s?(?:(?:thiết|cù|chăng|lòng|gió|là|mất|tốn|mấy|trả giá)\b|làm\s?[,;.…])")
# "vừa" of the past, not of two things at once: "vừa ban hành", but "vừa làm, vừa học".
_JUST = r"vừa(?![^;.]*\bvừa\b)(?<!\bvừa\b[^;.]*vừa)"
# A tense or an auxiliary that makes a report of what would else be a demand.
REPORTED = regex.compile(rf"\b(?:đã|đang|sẽ|được|bị|từng|{_JUST}|là|dự kiến)\b")
# What after an adverb is no verb: "nghiêm túc | nhưng", "kịp thời | các yêu cầu".
NO_VERB = regex.compile(
    r"\d|(?:một|hai|ba|thể|đã|đang|sẽ|được|bị|từng|vừa|là|nhưng|và|mà|thì|với|của|cho|hơn|theo|về|trong|tại|từ|sau|trước|khi|các|những)\b"
)
# After an adverb that is what is to be done: "phải quyết liệt, đồng bộ hơn nữa".
COMPARED = regex.compile(r"(?:,? (?:và )?(?!hơn)\w+ \w+)? hơn\b")
TENSE = regex.compile(rf"\b(?:đã|đang|sẽ|từng|{_JUST}|dự kiến)\b")
# A case in which something is to be done: "Nhà thầu nào chậm thì | thay", "Ai có vướng mắc thì | báo cáo".
ANY_CASE = regex.compile(r"(?:(?:\p{L}+ ){1,3}(?:nào|gì)|ai)\b[^,;:.?“”]{2,100}? thì ")
# What is carried out, before the one who does it.
CARRIES_OUT = regex.compile(r"(?:thực hiện|triển khai|chấp hành|tiếp thu) [^,;.]*, ")
# "Tính đến ngày 6/2, đã có …"
AS_OF = regex.compile(r"tính (?:đến|tới|từ) [^;.]*?, (?:đã|đang|có)\b")
# A sentence that tells of something and says nothing of what must be done.
TELLS = regex.compile(rf"(?!.*\b(?:cần|phải)\b).*(?:{TENSE.pattern}|\b(?:vẫn|còn|hiện) (?:chưa|còn|rất)\b)")
# What will become of a thing, which is told and not asked.
WILL_BE = regex.compile(r"[^,;:.“”\"]{3,80}? sẽ (?:được|do)\b(?![^;.]*\b(?:cần|phải)\b)")
# Before a modal: what one does oneself, or what was, or a case in which a thing must be done.
TOLD = regex.compile(r"\b(?:đã|đang|sẽ|từng|vừa|chúng tôi|(?:trường hợp|không|khi|nếu|buộc|vẫn|có thể) $)")
# After a body: what follows tells what it does, not what it is to do.
AS_REPORTED = regex.compile(
    r"\s?(?:đều|vẫn|luôn|này|nào|đã|đang|sẽ|từng|dự kiến|cam kết|hứa|có kế hoạch"
    r"|đặt (?:ra )?(?:mục tiêu|chỉ tiêu)"
    r"|(?:lãnh đạo )?(?:chủ trì|điều hành|dự|tham dự) (?:hội nghị|giao ban|phiên họp|cuộc họp|buổi làm việc))\b"
)
# What may stand between a body and its verb ("theo chức năng, nhiệm vụ").
ASIDE = regex.compile(
    r",? (?:theo|căn cứ(?: vào)?|trên cơ sở) chức năng(?:,? (?:nhiệm vụ|quyền hạn|thẩm quyền))*"
    r"(?: được (?:giao|phân công))?(?: của mình)?,?(?= )(?! (?:của|và|được|trong|nhiệm vụ|quyền hạn|thẩm quyền)\b)|"
    r" (?:chậm nhất|muộn nhất|trước)(?: là)?(?: ngày| tháng| quý)? [\w/]+|"
    r",? (?:theo|căn cứ|trên cơ sở|trên tinh thần|trong|bằng|với|ngoài|qua)\b[^,;.]*"
    r"(?:, (?:nhiệm vụ|quyền hạn|nghiệp vụ)[^,;.]*?(?= chủ động| tích cực| tập trung| tiếp tục| rà soát| phối hợp|,)|,)"
)
# What may stand between a body and a modal, and is no part of its name.
PREPOSITION = regex.compile(
    r"[\s,]*"
    + any_of("""
    theo|căn cứ|trên cơ sở|trong|bằng|với|ngoài|qua|cũng|còn|đều|luôn|vẫn|thì|sau|trước|từ|ngay|nói|và|về|để|mỗi
    |hằng|hàng|định kỳ|thời gian""")
    + r"\b"
)
# Words between a body and its modal that leave the body its subject, and an aside that does.
EMPHASIS = regex.compile(r"(?:\s|,|\b(?:cũng|còn|đều|luôn|nói chung|nói riêng|thì|lại|càng)\b)*")
BOTH = regex.compile(r" nói (?:riêng|chung)(?:, | và )")
BETWEEN = regex.compile(
    r",? (?:theo|căn cứ|trên cơ sở|trong|bằng|với|ngoài|qua|sau|trước|từ|như|tới|đến|nhất là|thời gian tới|mỗi|hằng"
    r"|hàng|định kỳ)\b[^;:.]*"
)
# A name of a place or an organisation that is in no list.
NAME = regex.compile(r"\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)+|\p{Lu}{2,}(?!\w)")
THEREFORE = regex.compile(r"(?:do đó|do vậy|vì vậy|vì thế|cho nên|bởi vậy)\b")
# Between what looked like the end of a body's name and its modal: a modifier ("đơn vị | tổ chức đường hoa").
MODIFIER = regex.compile(
    r"(?: (?!(?:khuyến cáo|yêu cầu|đề nghị|đề xuất|kiến nghị|cho biết|cho rằng|nhấn mạnh|mong muốn|đồng tình"
    r"|nhất trí|thấy|biết)\b)"
    r"[\w/&.-]+){0,10}\s?"
)

# --- Lists ---
# The heading of an item, before the body that is to do something about it.
HEADED = regex.compile(r"[^,:;.“”]{2,60}: (?=\p{Lu})")
# A clause that only announces the things to do.
ANNOUNCES = regex.compile(
    r"\b(?:nhiệm vụ|nội dung|vấn đề|giải pháp|việc|yêu cầu|công tác|điểm|khâu|lĩnh vực)\b[^;.]{0,60}"
    r"(?::|\bsau(?: đây)?\s?\.?)$"
    r"|\b(?:mấy|một số|hai|ba|bốn|năm|sáu|bảy|\d+) (?:nhóm )?(?:nhiệm vụ|nội dung|vấn đề|giải pháp|việc|yêu cầu|điểm)"
    r"[^:;.]{0,60}\.$"
)
# What is to be done, where the sentences that follow are to say it: "thực hiện tốt một số vấn đề."
UNSAID = regex.compile(
    r"(?:lãnh đạo, chỉ đạo |tập trung )*(?:thực hiện|làm|quan tâm|tập trung|triển khai)(?: tốt)?"
    r" (?:mấy|một số|hai|ba|bốn|năm|sáu|bảy|\d+) (?:nhiệm vụ|nội dung|vấn đề|giải pháp|việc|điểm)"
    r"(?: trọng tâm| cụ thể| chính)*\.?|(?:cụ thể )?như sau:?"
)
NO_LIST_OF_TASKS = regex.compile(
    r"\b"
    + any_of("kết quả|thành tích|hạn chế|tồn tại|khó khăn|nguyên nhân|bài học|kinh nghiệm|ưu điểm|khuyết điểm")
    + r"\b"
)

# After a reporting verb: a demand that it stresses ("nhấn mạnh yêu cầu | chuyển đổi số").
STRESSED = regex.compile(r" yêu cầu (?:là )?(?:phải |cần )?")
# After a reporting verb: a thing and what must be done to it ("nhấn mạnh | văn kiện phải thể hiện …").
STATED = regex.compile(
    r"(?:việc|công tác|quá trình)\b|"
    r"(?!(?:\w+ ){0,3}(?:nhiệm vụ|nội dung|giải pháp|vấn đề|việc|điểm|yếu tố|vai trò|tầm|ý nghĩa|sự|yêu cầu)\b)"
    r"(?:[\w/-]+ ){1,12}?(?:phải|cần)\b"
)
# After a reporting verb: things to do that follow a colon in the same sentence.
LISTED = regex.compile(
    r"(?: (?:vào|đến|về))?(?: \d+| một số| các| những)?"
    r" (?:nội dung|nhiệm vụ|vấn đề|trọng tâm|giải pháp|yêu cầu|việc|điểm|công tác|tuyên truyền)\b[^:.]{0,120}?"
    r"(?::|, trong đó,?(?! có\b))\s?(?=\S)"
)
