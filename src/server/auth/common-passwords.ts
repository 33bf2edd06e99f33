import "server-only";

/**
 * What people build passwords of, without accents, digits and signs: a password that is nothing more than
 * these words is guessed first. Whole words, not whole passwords, so that each covers its many variants.
 */
export const COMMON_WORDS: readonly string[] = [
  ..."matkhau khongbiet khongco khongnho quenmatkhau dangnhap taikhoan nguoidung quantri quantrivien admin".split(" "),
  ..."administrator root user test demo guest minhhoa password passw pass passwd pwd welcome letmein login".split(" "),
  ..."secret master super system server default changeme change temp qwerty qwertyuiop qwer asdf asdfgh asdfghjkl".split(
    " ",
  ),
  ..."zxcv zxcvbn zxcvbnm qaz wsx edc rfv qazwsx qazwsxedc abc abcd abcde abcdef abcdefg abcxyz xyz iloveyou love".split(
    " ",
  ),
  ..."anhyeuem emyeuanh yeuem yeuanh toiyeu toiyeuem nhoem vochong giadinh bome conyeu mevaba hanhphuc tinhyeu".split(
    " ",
  ),
  ..."vietnam vietnamvodich nuocvietnam saigon hanoi haiphong danang cantho hue binhdinh gialai kontum bacgiang".split(
    " ",
  ),
  ..."quynhon tayson hochiminh bacho doclap tudo quockhanh chinhphu nhanuoc nhandan xanha motcua dichvucong".split(" "),
  ..."ubnd ubndtinh ubndhuyen ubndxa vanphong hoso thutuc hanhchinh dunghen huyen tinh phuong igate vnpt viettel".split(
    " ",
  ),
  ..."nguyen tran pham hoang huynh phan dang bui ngo duong anh linh huong lan mai minh tuan hung dung nam long".split(
    " ",
  ),
  ..."thang thanh trang thao nhung ngoc phuc quang son tien trung bong bongda football monkey dragon sunshine".split(
    " ",
  ),
  ..."princess shadow michael superman batman pokemon computer internet google facebook zalo youtube samsung".split(
    " ",
  ),
  ..."iphone apple oppo nokia hello xinchao chao chaoban hi ok lon cho meo ga heo ca rong hoa nang mua troi".split(" "),
  ..."mot hai ba bon nam sau bay tam chin muoi nhat nhi thu hai thang nam xuan ha dong tet chucmung namyeu".split(" "),
];
