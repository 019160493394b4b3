package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

import java.util.List;
import java.util.regex.Pattern;

/// Tells apart why sudo didn't run a script, by what it printed: English and Simplified Chinese as sudo 1.8 and 1.9
/// have them (`po/zh_CN.po`). What isn't known here is passed on in sudo's own words.
final class SudoSaid {

    private record Row(Pattern said, RemoteWords means) {}

    private static final List<Row> ROWS = List.of(
            row("command not found|not found|No such file|Unknown command|未找到命令", RemoteWords.SUDO_MISSING),
            row("must have a tty|a terminal is required|没有终端存在|必须拥有一个终端|需要终端", RemoteWords.SUDO_TTY),
            row("not in the sudoers|is not allowed to|may not run sudo|不在 sudoers|无权", RemoteWords.SUDO_NOT_ALLOWED),
            row(
                    "password expired|account.*expired|validation failure|account.*locked|密码.*过期|账户.*过期",
                    RemoteWords.SUDO_ACCOUNT),
            row("incorrect password|try again|不正确|对不起，请重试", RemoteWords.SUDO_WRONG_SAID),
            row("a password is required|需要密码", RemoteWords.SUDO_PASSWORD));

    private SudoSaid() {}

    /// @param said     in one line
    /// @param answered whether a password was sent
    static Trouble trouble(String said, boolean answered) {
        for (var row : ROWS) {
            if (row.said().matcher(said).find()) {
                return Trouble.of(PRIVILEGE, row.means(), said);
            }
        }
        return Trouble.of(PRIVILEGE, answered ? RemoteWords.SUDO_FAILED : RemoteWords.SUDO_REFUSED, said);
    }

    private static Row row(String said, RemoteWords means) {
        return new Row(Pattern.compile(said, Pattern.CASE_INSENSITIVE), means);
    }
}
