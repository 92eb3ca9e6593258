/** What people choose first; anything of eight characters or more that is built from these alone is refused too. */
export const banned: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 0123456789 87654321 987654321 88888888 66666666 11111111 00000000 12341234 11223344 12344321
   112233 123123 123321 123456 654321 666666 888888 111111 000000 147258369 159357 147258 789456123 741852963 963852741 520520 5201314
   1314520 13145200 7758521 woaini woaini1314 woaini520 zhongguo beijing shanghai password passw0rd p@ssw0rd p@ssword password1
   password123 pass1234 qwertyui qwerty123 qwertyuiop qwerty 1qaz2wsx 1qaz2wsx3edc qazwsxedc qazwsx zaq12wsx asdfghjk asdfghjkl
   asdfgh zxcvbnm zxcvbn 1q2w3e4r 1q2w3e4r5t q1w2e3r4 a1b2c3d4 abcd1234 abc12345 abc123456 abc123 abcdefgh aa123456 a123456 a1234567
   a12345678 a123456789 qq123456 qq1234567 wang1234 li123456 zhang123 iloveyou iloveyou1 sunshine princess football baseball
   welcome welcome1 letmein1 letmein monkey123 dragon123 superman trustno1 starwars whatever computer internet admin123 admin888
   admin1234 administrator root1234 test1234 user1234 guest123 changeme default1 zhengwu shenpi zwfw1234 gov12345`.split(
    /\s+/,
  ),
);
