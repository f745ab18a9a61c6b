"""Facts of real union articles, for the pictures that `test_view` draws; and the store made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from kg.model import (
    Article,
    Award,
    AwardStatus,
    Concept,
    Evidence,
    Fact,
    Group,
    Organisation,
    Period,
    Person,
    RoleHolding,
    RoleStatus,
    Stage,
)
from kg.rdf import article_graph
from kg.store import open_store

TLD = Organisation("Tổng Liên đoàn Lao động Việt Nam", forms=("Tổng LĐLĐ Việt Nam",))
LDLD_BAC_KAN = Organisation("Liên đoàn Lao động tỉnh Bắc Kạn", parent=TLD, forms=("LĐLĐ tỉnh Bắc Kạn",))
LDLD_THANH_PHO = Organisation("Liên đoàn Lao động thành phố Bắc Kạn", parent=LDLD_BAC_KAN)
UBND = Organisation("Ủy ban nhân dân tỉnh Bắc Kạn", forms=("UBND tỉnh Bắc Kạn",))
TINH_UY, THANH_UY = Organisation("Tỉnh ủy Bắc Kạn"), Organisation("Thành ủy Bắc Kạn")
CONG_DOAN = Organisation("Công đoàn ngành Giáo dục tỉnh Bắc Kạn")
LDLD_DIEN_BIEN = Organisation("Liên đoàn Lao động tỉnh Điện Biên", parent=TLD)
HUYEN_UY = Organisation("Huyện ủy Điện Biên Đông")
SO_GIAO_DUC = Organisation("Sở Giáo dục và Đào tạo tỉnh Bắc Kạn")
NGHIA, CUONG = Person("Vi Văn Nghĩa", "Bắc Kạn"), Person("Cù Ngọc Cường", "Bắc Kạn")
HANG, SEN = Person("Trịnh Thanh Hằng"), Person("Đào Thị Mai Sen", "Bắc Kạn")
CHUC, HUONG = Person("Đinh Quang Chúc", "Bắc Kạn"), Person("Lầu Thị Thanh Hương", "Điện Biên")
PHONG = Person("Lò Hồng Phong", "Điện Biên Đông")

HOI_NGHI = (
    "Đến dự và chỉ đạo hội nghị có đồng chí Trịnh Thanh Hằng - Ủy viên đoàn Chủ tịch, Trưởng Ban Nữ công Tổng Liên đoàn"
    " Lao động Việt Nam; lãnh đạo các sở, ban, ngành đoàn thể tỉnh."
)
TANG = (
    "Tại hội nghị, Tổng Liên đoàn Lao động Việt Nam đã tặng Bằng khen cho 1 tập thể, 1 cá nhân có thành tích xuất sắc"
    " trong phong trào thi đua “Giỏi việc nước, đảm việc nhà” giai đoạn 2010-2020; Liên đoàn Lao động tỉnh tặng Bằng"
    " khen cho 84 cá nhân."
)
PHAT_DONG = (
    "Đồng chí Vi Văn Nghĩa - Tỉnh ủy viên, Chủ tịch Liên đoàn Lao động tỉnh Bắc Kạn đã phát động thi đua trong toàn thể"
    " công nhân viên chức lao động giai đoạn 2020-2025."
)
THANH_PHO = (
    "Nhân dịp này, LĐLĐ thành phố Bắc Kạn đã tặng giấy khen cho 15 tập thể, 35 cá nhân có thành tích xuất sắc trong"
    " phong trào CNVCLĐ và hoạt động công đoàn giai đoạn 2015- 2020."
)
CU_NGOC_CUONG = "Đến dự có đồng chí Cù Ngọc Cường, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy Bắc Kạn."
KY_NIEM = "05 cá nhân được tặng Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”."
PHONG_TRAO = "Phong trào thi đua trọng tâm là phong trào: “Lao động giỏi, lao động sáng tạo”."
DIEN_BIEN = (
    "Tới dự có đồng chí Lầu Thị Thanh Hương - Phó Chủ tịch Thường trực LĐLĐ tỉnh; Đồng chí Lò Hồng Phong - Phó Bí thư"
    " Thường trực Huyện ủy Điện Biên Đông."
)
GIAO_DUC = (
    "Đồng chí Đinh Quang Chúc - Phó Chủ tịch Liên đoàn Lao động tỉnh tặng Bằng khen của Liên đoàn Lao động tỉnh cho"
    " 3 tập thể và 4 cá nhân; Công đoàn ngành tặng Giấy khen cho 6 tập thể và 28 cá nhân."
)
SEN_CHUC = (
    "Đồng chí Đào Thị Mai Sen - Phó Bí thư Đảng ủy, Phó Giám đốc Sở Giáo dục và Đào tạo, nguyên Chủ tịch Công đoàn"
    " ngành Giáo dục."
)
DANG_KY = (
    "97 tập thể, 305 cá nhân đăng ký Bằng khen LĐLĐ tỉnh; 03 tập thể được đề nghị Tổng LĐLĐ Việt Nam tặng Bằng khen."
)
THU_HOI = "Ủy ban nhân dân tỉnh thu hồi Bằng khen đã tặng 1 tập thể; 2 tập thể chưa đủ điều kiện nhận Cờ thi đua."

Case = tuple[str, str | None, tuple[str, ...], tuple[Fact, ...]]


def article(id: str, title: str | None, sentences: Sequence[str]) -> Article:
    return Article(
        id, "\n".join(sentences), title, date(2020, 6, 29) if title else None, "https://baobackan.com.vn/" + id
    )


def evidence(sentence: str) -> Evidence:
    return Evidence(sentence, 0, 0, "test")


def role(
    person: Person,
    title: str,
    body: Organisation,
    sentence: str,
    status: RoleStatus = "current",
    period: Period | None = None,
) -> RoleHolding:
    return RoleHolding(person, Concept(title), body, status, evidence(sentence), period)


def award(
    awarder: Organisation | None, honour: str, recipient: Person | Organisation | Group, sentence: str,
    status: AwardStatus = "awarded", presenter: Person | None = None, movement: str | None = None,
) -> Award:  # fmt: skip
    theme = Concept(movement) if movement else None
    return Award(awarder, Concept(honour), recipient, status, evidence(sentence), presenter=presenter, movement=theme)


def stage(movement: str, sentence: str, first: int | None = None, last: int | None = None) -> Stage:
    period = Period(date(first, 1, 1), date(last or first, 12, 31)) if first else None
    return Stage(Concept(movement), period, evidence(sentence))


GIOI_VIEC, LAO_DONG = "Giỏi việc nước, đảm việc nhà", "Lao động giỏi, lao động sáng tạo"
BANG, GIAY, CO = "Bằng khen", "Giấy khen", "Cờ thi đua"
TAP_THE, CA_NHAN = "tập thể", "cá nhân"

CASES: tuple[Case, ...] = (
    ("000", None, (HOI_NGHI, TANG, PHAT_DONG), (
        role(HANG, "Ủy viên Đoàn Chủ tịch", TLD, HOI_NGHI),
        role(HANG, "Trưởng Ban Nữ công", TLD, HOI_NGHI),
        role(NGHIA, "Tỉnh ủy viên", TINH_UY, PHAT_DONG),
        role(NGHIA, "Chủ tịch", LDLD_BAC_KAN, PHAT_DONG, period=Period(date(2018, 1, 1), date(2023, 12, 31))),
        award(TLD, BANG, Group(TAP_THE, 1), TANG, movement=GIOI_VIEC),
        award(TLD, BANG, Group(CA_NHAN, 1), TANG, movement=GIOI_VIEC),
        award(LDLD_BAC_KAN, BANG, Group(CA_NHAN, 84), TANG),
        stage(GIOI_VIEC, TANG, 2010, 2020),
        stage("thi đua trong toàn thể công nhân viên chức lao động", PHAT_DONG, 2020, 2025),
    )),
    ("001", "Hội nghị điển hình tiên tiến trong CNVCLĐ giai đoạn 2015 – 2020", (CU_NGOC_CUONG, THANH_PHO, KY_NIEM, PHONG_TRAO), (
        role(CUONG, "Ủy viên Ban Thường vụ", TINH_UY, CU_NGOC_CUONG),
        role(CUONG, "Bí thư", THANH_UY, CU_NGOC_CUONG),
        award(LDLD_THANH_PHO, GIAY, Group(TAP_THE, 15), THANH_PHO),
        award(LDLD_THANH_PHO, GIAY, Group(CA_NHAN, 35), THANH_PHO),
        award(None, "Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn", Group(CA_NHAN, 5), KY_NIEM),
        award(TLD, CO, LDLD_THANH_PHO, THANH_PHO),
        stage(LAO_DONG, PHONG_TRAO),
        stage("phong trào CNVCLĐ và hoạt động công đoàn", THANH_PHO, 2015, 2020),
    )),
    ("002", None, (DIEN_BIEN,), (
        role(HUONG, "Phó Chủ tịch Thường trực", LDLD_DIEN_BIEN, DIEN_BIEN),
        role(PHONG, "Phó Bí thư Thường trực", HUYEN_UY, DIEN_BIEN),
        stage(LAO_DONG, DIEN_BIEN, 2020),
        stage("Xây dựng cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa", DIEN_BIEN),
    )),
    ("003", None, (GIAO_DUC, SEN_CHUC), (
        role(CHUC, "Phó Chủ tịch", LDLD_BAC_KAN, GIAO_DUC),
        role(SEN, "Phó Giám đốc", SO_GIAO_DUC, SEN_CHUC),
        role(SEN, "Chủ tịch", CONG_DOAN, SEN_CHUC, "former"),
        role(SEN, "Giám đốc", SO_GIAO_DUC, SEN_CHUC, "nominated"),
        award(LDLD_BAC_KAN, BANG, Group(TAP_THE, 3), GIAO_DUC, presenter=CHUC),
        award(LDLD_BAC_KAN, BANG, Group(CA_NHAN, 4), GIAO_DUC, presenter=CHUC),
        award(CONG_DOAN, GIAY, Group(TAP_THE, 6), GIAO_DUC),
        award(CONG_DOAN, GIAY, Group(CA_NHAN, 28), GIAO_DUC),
        award(UBND, BANG, NGHIA, GIAO_DUC),
    )),
    ("004", None, (DANG_KY, THU_HOI), (
        award(LDLD_BAC_KAN, BANG, Group(TAP_THE, 97), DANG_KY, "registered"),
        award(LDLD_BAC_KAN, BANG, Group(CA_NHAN, 305), DANG_KY, "registered"),
        award(TLD, BANG, Group(TAP_THE, 3), DANG_KY, "proposed"),
        award(UBND, BANG, Group(TAP_THE, 1), THU_HOI, "revoked"),
        award(UBND, CO, Group(TAP_THE, 2), THU_HOI, "denied"),
    )),
)  # fmt: skip


def make_store(folder: Path, cases: Iterable[Case] = CASES) -> Path:
    """Build a store of these articles and facts."""
    with open_store(folder, write=True) as store:
        for id, title, sentences, facts in cases:
            graph = article_graph(article(id, title, sentences), facts)
            store.put(id, id.encode(), graph, facts={})
        store.save()
    return folder
