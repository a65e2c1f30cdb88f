"""What shows where one thing to do ends and the next begins: word classes and fixed phrases, no logic."""

from __future__ import annotations

import regex

# Where a new thing to do may begin.
JOINT = regex.compile(r";|,|\bđồng thời\b")
# What joins two parts of one thing to do, where it is no joint of two.
COMMA = regex.compile(r",\s")
# What is read as one: no joint stands in it.
SHUT = regex.compile(r"\([^()]*\)|“[^“”]*”|(?<!\S)\"(?=\S)[^\"]*\"")
# What names a thing to do before it is said: "một trong những nhiệm vụ quan trọng là …".
NAMED = regex.compile(
    r"(?:[^,;:.]{0,40}\b(?:nhiệm vụ|việc|yêu cầu|giải pháp|điều|nội dung|vấn đề|trọng tâm)\b[^,;:.]{0,40} )?là "
)
# The start of a clause that announces things to do, before they are said: "tập trung các nhiệm vụ sau: …".
ANNOUNCED = regex.compile(
    r"[^:;.]{0,99}\b(?:sau|nội dung|nhiệm vụ|trọng tâm|vấn đề|việc|giải pháp|yêu cầu|hoạt động)\b[^:;.]{0,40}:\s?(?=\S)"
)
# What only says that a list follows: "rà soát quỹ đất, | cụ thể như sau:".
AS_FOLLOWS = regex.compile(r"(?:[;,] cụ thể(?: là)?|[;,]? (?:cụ thể )?như sau)[\s.:]*$")
# A remark on how things stand, after a thing to do.
REMARK = regex.compile(
    r", (?:(?:nhưng |song )?(?:đến nay|thực tế)|việc này|điều này|một số (?:nơi|đơn vị|địa phương))\b"
    r"(?![^,;]*\b(?:cần|phải)\b)[^;]*?\b(?:đã|đang|chưa|mới|cho là)\b"
)
# A time before the one who is to do it.
OPENING_TIME = regex.compile(
    r"(?:ngay )?(?:(?:chậm nhất|muộn nhất) (?:là |đến )?)?(?:(?:trong|trước|sau|đến|từ|hết) )?"
    r"(?:thời gian tới|nay đến cuối năm|trước mắt|hội nghị|(?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm)"
    r"|(?:tháng|quý|năm|ngày) [\w/]+(?:[/.-]\d+)*),? "
)

# --- Between a joint and the verb after it ---
# The thing before the joint goes on.
GOES_ON = regex.compile(
    r",?\s*(?:và|cụ thể là|(?:nhất|đặc biệt) là(?! (?:cần|phải)\b)|trong đó (?:có|chú trọng|chú ý|tập trung vào|lấy)"
    r"|hoàn thành (?:xong )?(?:trước|trong))\b"
)
# Whatever the verb is, it is a new thing to do.
TURNS = regex.compile(
    r";\s*cũng như\b\s*|[,;]?\s*(?:đồng thời|trên cơ sở đó|do đó|do vậy|vì vậy|vì thế|thế nên|tuy vậy|tuy nhiên"
    r"|nhưng(?= (?:cần|phải)\b))\b[ ,]*"
)
# The second half of a pair: "phòng, chống", "sửa đổi, bổ sung", "chủ trì, phối hợp".
SECOND_HALF = regex.compile(
    r", chống\b|(?<=\bsửa đổi), bổ sung\b|(?<=\bđể trình), báo cáo\b|(?<=\btấn công), trấn áp\b"
    r"|(?<=\bchủ trì), (?:cùng|(?:[^,;:.]{2,60} )?phối hợp)\b"
    r"|(?<=\b(?:ý kiến|nguyện vọng|phản ánh)), (?:đề xuất|kiến nghị|phản ánh)\b"
)

# Who asks for what follows: "…”, | ông Nam nói và yêu cầu | rà soát", "…, | Bí thư Tỉnh ủy đề nghị | các xã …".
ASKED_BY = regex.compile(
    r"(?:(?:ông|bà|đồng chí) )?\p{Lu}[^,;:.“”\"]{2,80}? (?:nói |nhấn mạnh )?(?:(?:và|cũng|đã|đồng thời) )*"
    r"(?:yêu cầu|đề nghị|chỉ đạo|lưu ý)(?: rõ)?:? "
)

# How often the thing to do after it is to be done.
_PERIOD = r"(?:\d+ |hai |ba |sáu )?(?:năm|quý|tháng|tuần|ngày)"
HOW_OFTEN = regex.compile(
    rf"(?:định kỳ(?: (?:trước |vào )?(?:ngày|thứ) \w+)?(?: (?:(?:hằng|hàng|mỗi) )?{_PERIOD})?"
    rf"|(?:hằng|hàng|mỗi) {_PERIOD})(?: (?:một|hai|ba|\d+) lần)?"
    r"(?:,? vào (?:(?:sáng|chiều|tối|ngày) )?(?:thứ \w+|ngày \w+|cuối (?:tuần|tháng|quý)))?,? "
)
# The number of a thing to do in a list within a sentence.
LABEL = regex.compile(r"(?:\(\w\)|(?:một|hai|ba|bốn|năm|sáu|bảy) là,?|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy),?) ")
# What looks like one: "vào thứ Hai, thứ Tư hằng tuần". Reads the text in its own case.
WEEKDAY = regex.compile(r"thứ (?:\p{Lu}|\p{L}+ (?:hằng|hàng) tuần)")
# A thing of which a modal says what is to become of it: "việc kiểm tra phải …".
SUBJECT = regex.compile(
    r"(?:việc|quá trình|công tác|phần|những|mọi|các|mỗi)\b(?:(?!\bmà\b)[^,;:])*?(?<! không) (?:cần|phải)\b"
)

# --- Before a joint ---
# A noun that makes nouns of the verbs after it.
NOMINAL = regex.compile(
    r"\b(?:(?<!tổ |đoàn )công tác|việc|hoạt động|biện pháp|phong trào|nhiệm vụ|mục tiêu|giải pháp|chủ trương|chính sách"
    r"|(?<=các |những |, )(?:dự án|đề án)|chương trình|về|quá trình|cơ chế|quy định|phương án)\s"
)
# A verb whose object does what follows: "hướng dẫn các xã lập tổ hòa giải, …". "chỉ đạo" is none:
# who directs does the rest as often as not.
ORDERS = regex.compile(
    r"(?:hướng dẫn|yêu cầu|đề nghị|giao|phân công|cử|đôn đốc|nhắc nhở|kêu gọi|động viên|khuyến khích)\s"
)
# A verb whose object may be many bodies: "chỉ đạo chính quyền các cấp, các ban, ngành triển khai …".
DIRECTS = regex.compile(r"(?:chỉ đạo|lãnh đạo|huy động|tập hợp)\s")
# What makes a purpose, or a companion, of the verbs after it.
PURPOSE = regex.compile(
    r"\b(?:nhằm|(?<!không |triệt )để(?! (?:xảy ra|lọt|mất|tồn đọng|kéo dài|thất thoát)\b)"
    r"|góp phần|giúp(?! đỡ| việc)|liên quan|gắn với|gắn liền với|đi đôi với)\b"
)
# What is not to be, of which other verbs may be a part: "không để xảy ra tình trạng đầu cơ, nâng giá".
NOT_TO_BE = regex.compile(r"\bkhông để\b")
# A date by which, that closes a thing to do together with its purpose.
DATED = regex.compile(r"\b(?:trước|trong|hết|chậm nhất) (?:(?:là|vào) )?(?:ngày|tháng|quý|năm) [\w/]+$")
# What makes the words after it a list of examples, names or sides.
ENUMERATES = regex.compile(
    r":|\b(?:trong đó|như|gồm|vừa(?! (?:và nhỏ|được|qua|mới|ban hành|thành lập|hoàn thành)\b)"
    r"|giữa(?! (?:nhiệm kỳ|năm|tháng|tuần|kỳ|quý)\b)|bao gồm|trọng tâm là|cụ thể là)\b"
)
# A case of its own, after which the thing to do in it follows.
CASE = regex.compile(
    r"(?:nếu|(?:trong )?trường hợp)\b"
    r"|(?!những gì\b)\p{Ll}+(?: \p{Ll}+){0,2} (?:nào|gì)\b[^,;:]* (?:thì|phải)\b"
    r"|(?:(?:đối )?với những|những nơi|quá (?:thời )?hạn)\b[^,;:]* thì\b"
)
# After a semicolon: a thing and what is to become of it ("; lan can phải tháo ra", "; việc khó thì báo cáo ngay").
STATES = regex.compile(r"[^,;:“”\"]{2,80}?(?<!\b(?:không|những|việc|điều|gì|mà)) (?:thì|phải|cần) \p{L}")
# A condition or other words before a modal and what it asks: "Nếu có cháy phải | báo ngay".
BEFORE_MODAL = regex.compile(r"(?:nếu|đây là|mà|cả)\b")
# A condition or a topic, after which the thing to do follows.
SUPPOSES = regex.compile(r"(?:nếu|khi|trường hợp|những (?:vấn đề|nội dung|việc)|vấn đề|tinh thần)\b")
# A subject whose modal has not come yet: "việc bồi dưỡng học sinh giỏi, | phụ đạo học sinh yếu phải …".
UNFINISHED = regex.compile(r"(?:việc|quá trình|công tác)\b(?:(?!\b(?:cần|phải)\b).)*")
# A verb that right after another is as a rule its object ("kiểm tra | thông tin").
AS_OBJECT = regex.compile(r"thông tin$")
# Words of manner after a verb, which are no object.
MANNER = regex.compile(
    r"(?: (?:kỹ lưỡng|kỹ|chặt chẽ|chặt|tốt|kịp thời|hiệu quả|nghiêm túc|đồng bộ|quyết liệt|sâu sắc|toàn diện"
    r"|thường xuyên|đầy đủ|nghiêm minh|nghiêm|thực chất|khách quan|dứt điểm|triệt để|cụ thể|sớm|nhanh|hơn nữa|hơn))+$"
)
# A field of work, which after a comma goes on with a list of such: "khoa học công nghệ, chuyển đổi số".
FIELD = regex.compile(
    r"(?:giải phóng mặt bằng|giảm nghèo|giải quyết (?:việc làm|khiếu nại|đơn thư|thủ tục)|đào tạo nghề|dạy nghề"
    r"|xây dựng (?:nông thôn mới|đảng|chính quyền|chính quy|hệ thống chính trị|đời sống|gia đình|lực lượng)"
    r"|bảo vệ (?:môi trường|tổ quốc|chủ quyền|rừng)|chuyển đổi số|đổi mới sáng tạo|chăm sóc (?:sức khỏe|trẻ em|người)"
    r"|khám,? chữa bệnh|(?:thu hút|kêu gọi|xúc tiến) (?:đầu tư|thương mại)|cải cách (?:hành chính|tư pháp)"
    r"|rèn luyện kỷ luật|phát triển kinh tế|kiểm soát lạm phát|phòng,? chống|tiếp (?:công )?dân"
    r"|(?:thu|chi) ngân sách|hội nhập quốc tế|thi đua,? khen thưởng|sẵn sàng chiến đấu|hòa giải ở cơ sở)\b"
)
# A verb, and no noun: "điều hành linh hoạt | chính sách", "giám sát chặt chẽ | việc đóng bảo hiểm".
DONE_SO = regex.compile(
    r" (?:linh hoạt|chặt chẽ|đầy đủ|đủ|kịp thời|nghiêm|quyết liệt|sâu rộng|đồng bộ|toàn diện|triệt để|đắc lực|đậm nét)"
    r" (?!(?:của|và|theo|với|cho|trong|tại)\b)\w"
    r"|(?<=\btham gia) (?:giải quyết|xây dựng|phát triển|bảo vệ|thực hiện|đấu tranh) \w"
)
# What is told to people, and what is told with it, so that it goes on: "công tác tuyên truyền, vận động nhân dân".
PUBLICITY = regex.compile(r"\b(?:công tác|hoạt động) (?:\w+ ){0,4}(?:tuyên truyền|truyền thông)$")
TELLS_TOO = regex.compile(
    r"(?:vận động|giáo dục|phổ biến|hướng dẫn|nhắc nhở|thuyết phục|quảng bá|giải thích|cổ động|khuyến cáo|trang bị"
    r"|tập huấn|đối thoại|nâng cao nhận thức)\b"
)
# What may make a companion of the body after it ("với Đảng, | Nhà nước").
WITH = regex.compile(r"\b(?:phối hợp|cùng|với)\b")
# Before "cùng …" after a comma, what makes it go on.
COMPANY = regex.compile(r"\b(?:phối hợp|cùng)\b")
# Before those with whom the verb after them is done: "phối hợp với | Sở Y tế kiểm tra, …".
TOGETHER = regex.compile(r"\b(?:phối hợp(?: với)?|cùng(?: với)?|với) ")
# Bodies that each have a thing to do of their own.
SEVERAL = regex.compile(r"(?:(?:các|mỗi|từng)|người đứng đầu) ")
# Nouns and words that bind the verb after them, so that a comma after it joins nothing.
BOUND = regex.compile(
    r"\b(?:dự án|kết luận|lớp|buổi|đợt|kỳ|phiên|(?<!vào )cuộc|khóa|đoàn|tổ|đội|hội nghị|phong trào|chiến dịch|lễ"
    r"|hội thi|theo|các|những|lối|ngày|khi mới|của việc|liên quan đến|của|đúng|(?<!không )được|nhiệm vụ|tiến độ"
    r"|chất lượng|một số|mọi|nhiều|sự|quy trình|đã|mà|do|về)\s$| - $"
)

# --- After the verb ---
# A thing done is handed over to somebody: a step of its own, whatever stands before it.
HANDS_OVER = regex.compile(r"(?:báo cáo|trình|gửi|trả lời|lấy ý kiến|xin ý kiến)\b")
# What the verb before it is to bring about, a thing to do by itself: "tạo | sự đồng thuận", "bảo đảm | đúng luật",
# "lấy | kết quả làm thước đo", "giao | chỉ tiêu cho từng xã", "có | cơ chế thu hút".
RESULT = regex.compile(
    r"(?<!trong đó có) (?:được )?(?:sự|đúng|phương án) |(?<=\blấy) [^,;]* làm "
    r"|(?<=\b(?:coi|xem)) (?:đó|đây|việc này) là |(?<=\bgiao) [^,;]{2,40}? (?:cho|đến) "
    r"|(?<=\bcó) (?:các |những |ngay |một số )?"
    r"(?:cơ chế|chính sách|giải pháp|biện pháp|kế hoạch|cam kết|chế tài|kịch bản|chiến lược|lộ trình)\b"
)
# What shows that a verb has no object of its own.
NO_OBJECT = regex.compile(
    r"(?: nghiêm| hiệu quả| tốt)?(?:,\s(?!(?:đồng bộ|hiệu quả|kịp thời|quyết liệt|toàn diện)\b)"
    r"| và |\s?[;.…]|$| theo (?:đúng )?(?:quy định|pháp luật)|(?: ra| trong) (?:toàn|cả))"
)
# What is striven for, a thing to do by itself if a verb follows: "…, phấn đấu đến hết quý I | giải ngân hết vốn".
STRIVES = regex.compile(
    r"(?:phấn đấu|quyết tâm|nỗ lực) "
    r"(?:(?:năm|(?:đến|trong|trước|từ nay đến)(?: hết)?(?: (?:ngày|tháng|quý|năm|cuối))?) [\w/]+ )?"
)
# Also without a verb, but not with a time, by which the thing before it is to be: "…, phấn đấu cuối vụ có 40 vườn".
AIMS = regex.compile(r"phấn đấu (?!(?:cuối|đầu|đến|tới|trong|hết|trước|năm|từ|mỗi|hằng|hàng)\b)")
# What is not to be, and what is not to be at any price, a thing to do by itself.
AVOIDS = regex.compile(r"\b(?:không|đừng|tránh)\b")
NEVER = regex.compile(r"(?:tuyệt đối|kiên quyết|dứt khoát) không\b(?! để\b)")
# What else is not to be, after "không chủ quan, ".
REMISS = regex.compile(
    r"(?:chủ quan|lơ là|lơi lỏng|buông lỏng|bỏ sót|né tránh|đùn đẩy|ỷ lại|trông chờ|bị động|mất cảnh giác)\b"
)
# What shows that the word before it is a noun.
NOUN_AFTER = regex.compile(r",| (?:của|về|và)\b")
# What shows that a verb is of the subject: "kiểm tra thực địa | phải …", but not "nêu những việc phải …".
OF_SUBJECT = regex.compile(
    r"(?:(?!\b(?:những|các|cả|mà|để|khi|nếu|vì|thì|là)\b)[^,;:“\"]){0,80}?(?<! nhưng| và) (?:cần|phải)(?! thiết)\b"
)
# "phải | được | thực hiện".
PASSIVE = regex.compile(r"(?:được|bị) ")
