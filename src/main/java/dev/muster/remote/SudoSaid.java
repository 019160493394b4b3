package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

import dev.muster.base.Text;
import dev.muster.setup.Login;
import java.util.List;
import java.util.regex.Pattern;

/// Tells apart why sudo didn't run a script, by what it printed, as sudo 1.9.13 has it in English, Simplified and
/// Traditional Chinese, German, French, Italian, Japanese, Korean, Polish and Portuguese (its `po` files). What isn't
/// known here is passed on in sudo's own words.
final class SudoSaid {

    private record Row(Pattern said, RemoteWords means) {}

    /// The first row that fits counts: a missing command says nothing else.
    private static final List<Row> ROWS = List.of(
            row(RemoteWords.SUDO_MISSING, "command not found|not found|No such file|Unknown command|未找到命令"),
            row(
                    RemoteWords.SUDO_TTY,
                    "must have a tty|a terminal is required|没有终端存在|必须拥有一个终端|需要一?个?终端|需要終端|先要有終端",
                    "ein TTY haben|ein Terminal erforderlich|avoir un terminal|un terminal est requis",
                    "tty が必要|端末が必要|ter um tty|um terminal é necessário|disporre di un tty|richiesto un terminale",
                    "tty를 확보|터미널이 필요|konieczny jest tty|wymagany jest terminal"),
            row(
                    RemoteWords.SUDO_SOME,
                    "is not allowed to execute|无权以|不允許以|nicht ausführen|n'est pas autorisé à exécuter",
                    "実行することは許可されていません|não tem permissão para executar|non è consentito eseguire",
                    "허가받지 않았습니다|nie ma uprawnień do uruchamiania"),
            row(
                    RemoteWords.SUDO_NOT_ALLOWED,
                    "not in the sudoers|is not allowed to|may not run sudo|不在 sudoers|无权|不能在 .* 上(?:运行|執行) sudo",
                    "sudo für .* nicht verwenden|ne peut pas utiliser sudo|sudo を実行できません|no arquivo sudoers",
                    "não pode executar sudo|nel file sudoers|non può eseguire sudo|sudo를 실행하면 안|nie może uruchamiać"
                            + " sudo"),
            row(
                    RemoteWords.SUDO_ACCOUNT,
                    "password expired|account.*expired|validation failure|account.*locked|密码.*过期|账户.*过期|账户验证失败",
                    "密碼已標為過期|檢查帳號有效性失敗|Validierung des Kontos|Passwort ist abgelaufen|Konto.*abgelaufen",
                    "validation du compte|passe a expiré|有効性検証に失敗|期限切れ|verificação da conta|senha expirou",
                    "validazione dell'account|password scadut|계정 검증 실패|기한이 지났|kontroli poprawności konta|hasło"
                            + " wygasło"),
            row(
                    RemoteWords.SUDO_WRONG_SAID,
                    "incorrect password|try again|不正确|错误密码|密碼錯誤|请重试|請重試|nochmal probieren|Fehlversuch",
                    "essayez de nouveau|passe incorrecte|また試して|試行を間違え|tente novamente|senha incorreta",
                    "Riprovare|non corretto|다시 시도|잘못된 암호|spróbować ponownie|błędna próba"),
            row(
                    RemoteWords.SUDO_PASSWORD,
                    "a password is required|需要密码|需要密碼|Passwort ist notwendig|nécessaire de saisir un mot de passe",
                    "パスワードが必要|uma senha é necessária|necessaria una password|암호가 필요|wymagane jest hasło"));

    private SudoSaid() {}

    /// @param said     in one line
    /// @param answered whether a password was sent
    /// @param login    whose password it would be
    static Trouble trouble(String said, boolean answered, Login login) {
        for (var row : ROWS) {
            if (row.said().matcher(said).find()) {
                return Trouble.of(PRIVILEGE, row.means(), said, field(login));
            }
        }
        return Trouble.of(PRIVILEGE, answered ? RemoteWords.SUDO_FAILED : RemoteWords.SUDO_REFUSED, said);
    }

    /// Where the setup file has the password for sudo.
    private static Text field(Login login) {
        return login.name().isEmpty()
                ? Text.of(RemoteWords.SUDO_FIELD_NONE)
                : Text.of(RemoteWords.SUDO_FIELD, login.name());
    }

    private static Row row(RemoteWords means, String... said) {
        var flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Row(Pattern.compile(String.join("|", said), flags), means);
    }
}
