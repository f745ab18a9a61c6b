"""Emulation movements and campaigns, and the period that the text attaches to each."""

from __future__ import annotations

import pytest
from sentences import case, movements

NAMED = [
    case("quoted", "Công đoàn phát động phong trào thi đua “Văn hóa công sở”.", "Văn hóa công sở"),
    case("straight quotes", 'Phong trào "Xanh - Sạch - Đẹp" được duy trì.', "Xanh - Sạch - Đẹp"),
    case("campaign", "Cuộc vận động “Mái ấm Công đoàn” có 40 nhà.", "Mái ấm Công đoàn"),
    case("answered", "Đoàn viên hưởng ứng phong trào “Một triệu sáng kiến”.", "Một triệu sáng kiến"),
    case("emulation alone", "Nhà trường đẩy mạnh thi đua “Hai tốt” trong giáo viên.", "Hai tốt"),
    case("unclosed quote", "Phong trào thi đua “Ca làm việc an toàn được công nhân hưởng ứng.", "Ca làm việc an toàn"),
    case("mixed quotes", 'Phong trào thi đua “Dân vận khéo" lan tỏa.', "Dân vận khéo"),
    case("hyphens", "Phong trào “Giỏi việc trường – đảm việc nhà” được duy trì.", "Giỏi việc trường - đảm việc nhà"),
    case(
        "older tones",
        "Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hoá” lan rộng.",
        "Toàn dân đoàn kết xây dựng đời sống văn hóa",
    ),
    case(
        "list with semicolons",
        "Phong trào “Lao động giỏi”; “Tham mưu giỏi, phục vụ tốt”; “Bàn tay vàng” sôi nổi.",
        "Lao động giỏi",
        "Tham mưu giỏi, phục vụ tốt",
        "Bàn tay vàng",
    ),
    case(
        "list with commas and a conjunction",
        "Các phong trào “Tự học và sáng tạo”, “Lớp học thân thiện” và “Bếp ăn an toàn” đạt kết quả.",
        "Tự học và sáng tạo",
        "Lớp học thân thiện",
        "Bếp ăn an toàn",
    ),
    case(
        "two triggers",
        "Phong trào “Ba nhất” và cuộc vận động “Ngày vì người nghèo” được gắn kết.",
        "Ba nhất",
        "Ngày vì người nghèo",
    ),
    case(
        "unquoted",
        "Các cấp công đoàn thực hiện phong trào xây dựng nông thôn mới.",
        "xây dựng nông thôn mới",
    ),
    case(
        "unquoted campaign",
        "Đoàn viên thực hiện cuộc vận động toàn dân đoàn kết xây dựng đời sống văn hóa.",
        "toàn dân đoàn kết xây dựng đời sống văn hóa",
    ),
    case(
        "programme",
        "LĐLĐ tỉnh triển khai Chương trình “75 nghìn sáng kiến, vượt khó, phát triển”.",
        "75 nghìn sáng kiến, vượt khó, phát triển",
    ),
    case("such as", "Các phong trào thi đua tiêu biểu như “Làng xanh” lan rộng.", "Làng xanh"),
    case("launched by", "Các phong trào lớn do LĐLĐ tỉnh phát động: “Làng xanh” lan rộng.", "Làng xanh"),
]

PERIODS = [
    case(
        "stage",
        "Phong trào “Giỏi việc nước, đảm việc nhà” giai đoạn 2010-2020 được tổng kết.",
        "Giỏi việc nước, đảm việc nhà | 2010–2020",
    ),
    case(
        "stage in brackets",
        "Phong trào thi đua “Đổi mới, hiệu quả” (2016 – 2020) được tổng kết.",
        "Đổi mới, hiệu quả | 2016–2020",
    ),
    case(
        "stage behind a comma",
        "Tổng kết phong trào “Nữ công gia chánh”, giai đoạn 2017-2021.",
        "Nữ công gia chánh | 2017–2021",
    ),
    case(
        "school year",
        "Phong trào thi đua “Dạy tốt, học tốt” năm học 2018-2019 có nhiều điểm mới.",
        "Dạy tốt, học tốt | 2018–2019",
    ),
    case("year", "Phong trào “Tết sum vầy” năm 2022 chăm lo cho 9.000 lao động.", "Tết sum vầy | 2022"),
    case(
        "from a year to a year",
        "Phong trào “Sáng kiến nhỏ” từ năm 2015 đến năm 2019 rất sôi nổi.",
        "Sáng kiến nhỏ | 2015–2019",
    ),
    case(
        "behind a scope",
        "Phong trào “Giỏi việc nước, đảm việc nhà” trong nữ CNVCLĐ giai đoạn 2011-2015 được tổng kết.",
        "Giỏi việc nước, đảm việc nhà | 2011–2015",
    ),
    case(
        "shared by a list",
        "Phong trào “Ý Đảng lòng dân”, “Làng xanh” giai đoạn 2021-2025 được phát động.",
        "Ý Đảng lòng dân | 2021–2025",
        "Làng xanh | 2021–2025",
    ),
    case(
        "inside the quotes",
        "Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới giai đoạn 2021-2025” được ký kết.",
        "Cả nước chung sức xây dựng nông thôn mới | 2021–2025",
    ),
    case(
        "generic",
        "Phong trào thi đua yêu nước giai đoạn 2015-2020 của huyện Ba Tri đạt kết quả tốt.",
        "phong trào thi đua yêu nước | 2015–2020",
    ),
    case(
        "generic of workers",
        "12 cá nhân có thành tích trong phong trào công nhân viên chức lao động và hoạt động công đoàn năm 2021.",
        "phong trào công nhân viên chức lao động và hoạt động công đoàn | 2021",
    ),
    case(
        "merits",
        "3 tập thể được tặng Bằng khen vì có thành tích xuất sắc trong “Học tập và làm theo Bác” giai đoạn 2021-2022.",
        "Học tập và làm theo Bác | 2021–2022",
    ),
    case(
        "phases",
        "Phong trào thi đua chia thành 2 đợt: Đợt 1 (từ 15/01 đến 30/4/2022): Thi đua chào mừng ngày 30/4. Đợt 2 (từ 01/5/2022 - 31/12/2022): Thi đua nước rút.",
        "phong trào thi đua Đợt 1 | 2022-01-15–2022-04-30",
        "phong trào thi đua Đợt 2 | 2022-05-01–2022-12-31",
    ),
    case(
        "of the congress",
        "Phong trào “Công trình mới” chào mừng Đại hội XIII nhiệm kỳ 2023-2028 sôi nổi.",
        "Công trình mới",
    ),
    case(
        "of an anniversary",
        "Phong trào “Ngày thứ bảy tình nguyện” nhân kỷ niệm 75 năm (11/6/1948 - 11/6/2023) lan rộng.",
        "Ngày thứ bảy tình nguyện",
    ),
    case(
        "of a plan",
        "Phong trào “Vườn rau công đoàn” theo Kế hoạch năm 2020 được nhân rộng.",
        "Vườn rau công đoàn",
    ),
    case("no end", "Phong trào “Áo ấm vùng cao” từ năm 2013 đến nay vẫn duy trì.", "Áo ấm vùng cao"),
    case(
        "two stages of one movement",
        "Phong trào “Sạch làng” giai đoạn 2011-2015 đã tổng kết. Phong trào “Sạch làng” giai đoạn 2016-2020 tiếp nối.",
        "Sạch làng | 2011–2015",
        "Sạch làng | 2016–2020",
    ),
    case(
        "days behind the name",
        "Tổ chức phong trào thi đua nước rút “90 ngày đêm” từ ngày 01/10 đến ngày 31/12/2022.",
        "90 ngày đêm | 2022-10-01–2022-12-31",
    ),
    case(
        "months behind the name",
        "Ban Thường vụ phát động đợt thi đua đặc biệt “Chào mừng Đại hội” từ tháng 01/2023 đến tháng 10/2023.",
        "Chào mừng Đại hội | 2023-01-01–2023-10-31",
    ),
    case(
        "a conjunction and a school year",
        "Phong trào “Hai không” và “Trường học thân thiện, học sinh tích cực” năm học 2009-2010.",
        "Hai không | 2009–2010",
        "Trường học thân thiện, học sinh tích cực | 2009–2010",
    ),
    case(
        "another period behind a conjunction",
        "Tổng kết phong trào thi đua “Nhà sạch” giai đoạn 2015 – 2020 và Đại hội nhiệm kỳ 2018-2023.",
        "Nhà sạch | 2015–2020",
    ),
    case(
        "single quotes",
        "Phát động phong trào ‘Mỗi ngày làm tốt hơn’ năm 2018.",
        "Mỗi ngày làm tốt hơn | 2018",
    ),
    case(
        "generic with its launcher",
        "Phong trào thi đua do LĐLĐ tỉnh Nghệ An phát động giai đoạn 2015-2020 có 3 nội dung.",
        "phong trào thi đua | 2015–2020",
    ),
    case(
        "generic with its body",
        "Phong trào CNVCLĐ và hoạt động công đoàn tỉnh Bạc Liêu giai đoạn 2018-2023 có nhiều đổi mới.",
        "phong trào CNVCLĐ và hoạt động công đoàn | 2018–2023",
    ),
    case(
        "unquoted with a comma",
        "Phong trào thi đua lao động giỏi, lao động sáng tạo giai đoạn 2013-2018 được đẩy mạnh.",
        "lao động giỏi, lao động sáng tạo | 2013–2018",
    ),
    case(
        "brackets in a list",
        "Phong trào “Làng xanh” (gọi tắt là LX), “Ruộng sạch” năm 2019 được tổng kết.",
        "Làng xanh | 2019",
        "Ruộng sạch | 2019",
    ),
    case(
        "behind who launched it",
        "Phong trào “Làng xanh” do Hội Nông dân huyện phát động giai đoạn 2016-2020 được tổng kết.",
        "Làng xanh | 2016–2020",
    ),
    case(
        "behind who keeps it up",
        "Phong trào “Làng xanh” được LĐLĐ tỉnh Hà Giang duy trì năm 2019.",
        "Làng xanh | 2019",
    ),
    case("behind who tells of it", "Phong trào “Làng xanh” do ông Sỏi kể lại ngày 05/6/2019 rất vui.", "Làng xanh"),
    case("in a stage", "Phong trào “Làng xanh” trong giai đoạn 2016-2020 được tổng kết.", "Làng xanh | 2016–2020"),
    case(
        "a period that opens the sentence",
        "Từ năm 2019 đến năm 2021, LĐLĐ tỉnh Hà Giang triển khai phong trào “Làng xanh”.",
        "Làng xanh | 2019–2021",
    ),
    case(
        "a period of something else",
        "Từ năm 2019 đến năm 2021, Nhà máy tăng lương, công nhân vui hơn phong trào “Làng xanh”.",
        "Làng xanh",
    ),
    case(
        "a year that opens the sentence",
        "Năm 2019, LĐLĐ tỉnh Hà Giang triển khai phong trào “Làng xanh”.",
        "Làng xanh",
    ),
    case(
        "brackets just before",
        "Trong đợt cao điểm (2019-2021) phong trào “Làng xanh” lan rộng.",
        "Làng xanh | 2019–2021",
    ),
    case(
        "months of one year",
        "Phong trào “Làng xanh” từ tháng 3 đến tháng 9/2021 được tổng kết.",
        "Làng xanh | 2021-03-01–2021-09-30",
    ),
    case(
        "of officers",
        "9 cá nhân có thành tích trong phong trào công chức, viên chức, lao động và hoạt động công đoàn năm 2021.",
        "phong trào công chức, viên chức, lao động và hoạt động công đoàn | 2021",
    ),
]

NONE = [
    case("generic without a period", "Phong trào thi đua yêu nước được đẩy mạnh ở các cấp."),
    case("protest", "Phong trào “Áo vàng” làm rung chuyển nước Pháp."),
    case("art", "Phong trào Thơ mới ra đời trước cách mạng."),
    case("sports", "Phong trào thể dục thể thao quần chúng phát triển mạnh."),
    case("culture", "Phong trào văn hóa, văn nghệ được duy trì giai đoạn 2015-2020."),
    case("campaigning", "Phong trào tranh cử đang nóng dần."),
    case("programme of another kind", "Chương trình “Gặp nhau cuối tuần” phát sóng tối qua."),
    case("plan", "Kế hoạch “Phát triển đoàn viên” giai đoạn 2018-2023 được thông qua ở LĐLĐ tỉnh."),
    case("a slogan", "Chủ tịch LĐLĐ tỉnh nói: “Tất cả vì đoàn viên”."),
    case("of workers, without a period", "Phong trào công nhân, hoạt động công đoàn được đẩy mạnh."),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMED, *PERIODS, *NONE])
def test_movements(text: str, expected: set[str]) -> None:
    assert movements(text) == expected
