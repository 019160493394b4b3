package dev.muster.setup.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Problem;
import dev.muster.setup.Os;
import dev.muster.setup.Registration;
import dev.muster.setup.RegistrationReading;
import dev.muster.setup.RegistrationWords;
import dev.muster.setup.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RegistrationCommandTest {

    private static final String TOKEN = "x7k2mqv9w4zt8hc5d3bnlr6pgj1sf0ya8e2u7i4o9x5c3v6b1n8m2q";
    private static final String SUM = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String DOCKER = "docker run -d --privileged --restart=unless-stopped --net=host"
            + " -v /etc/kubernetes:/etc/kubernetes -v /var/run:/var/run rancher/rancher-agent:v2.1.6 ";
    private static final String FLAGS =
            "--server https://rancher.example.org --token " + TOKEN + " --ca-checksum " + SUM;
    private static final String COMMAND = "sudo " + DOCKER + FLAGS + " --etcd --controlplane --worker";
    /// Rancher 2.15's, rancher-today §3.1
    private static final String TODAY =
            "curl -fL https://rancher.example.org/system-agent-install.sh | sudo  sh -s - --server"
                    + " https://rancher.example.org --label 'cattle.io/os=linux' --token " + TOKEN + " --ca-checksum "
                    + SUM;

    private static final String WINDOWS = "PowerShell -Sta -NoLogo -NonInteractive -Command \"& {docker run --rm"
            + " -v C:/:C:/host rancher/rancher-agent:v2.1.6-nanoserver-1803 -server https://rancher.example.org -token "
            + TOKEN + " -caChecksum " + SUM + "; if($?){& c:/etc/rancher/run.ps1;}}\"";

    @Nested
    final class Reads {

        static Stream<Arguments> ways() {
            return Stream.of(
                    way("as Rancher shows it", COMMAND),
                    way("without sudo", DOCKER + FLAGS),
                    way(
                            "another order",
                            "sudo " + DOCKER + "--worker --token " + TOKEN + " --etcd --ca-checksum " + SUM
                                    + " --server https://rancher.example.org"),
                    way("short flags", DOCKER + "-s https://rancher.example.org -t " + TOKEN + " -c " + SUM + " -w"),
                    way("line breaks and backslashes", COMMAND.replace(" --", " \\\n    --")),
                    way("wrapped by a mail program", COMMAND.replace(" --", "\r\n--")),
                    way("a byte order mark", "\uFEFF" + COMMAND),
                    way("no-break spaces", COMMAND.replace(' ', '\u00A0')),
                    way("smart quotes", COMMAND.replace(TOKEN, "\u201C" + TOKEN + "\u201D")),
                    way(
                            "single quotes",
                            COMMAND.replace("https://rancher.example.org", "'https://rancher.example.org'")),
                    way("a long dash for two", COMMAND.replace("--token", "\u2014token")),
                    way("a zero-width space", COMMAND.replace("--token", "\u200B--token")),
                    way("a prompt", "$ " + COMMAND),
                    way("a long prompt", "root@lin1:~# " + COMMAND),
                    way("fenced", "```sh\n" + COMMAND + "\n```"),
                    way(
                            "by environment",
                            "sudo docker run -d --net=host -e CATTLE_SERVER=https://rancher.example.org -e"
                                    + " CATTLE_TOKEN=" + TOKEN + " --env=CATTLE_CA_CHECKSUM=" + SUM
                                    + " rancher/rancher-agent:v2.1.6 --worker"),
                    way("docker by its path", COMMAND.replace("sudo docker", "sudo -n /usr/bin/docker")),
                    way("capitals in the checksum", COMMAND.replace(SUM, SUM.toUpperCase(java.util.Locale.ROOT))),
                    way("a slash behind the server", COMMAND.replace("example.org", "example.org/")),
                    way("Windows'", WINDOWS),
                    way("Windows' in Hyper-V", WINDOWS.replace("C:/host", "C:/host --isolation hyperv")),
                    way("Windows' from CMD", "C:\\> " + WINDOWS),
                    way(
                            "Windows' inner command alone",
                            "docker run --rm -v C:/:C:/host rancher/rancher-agent:v2.1.6-nanoserver-1803 -Server"
                                    + " https://rancher.example.org -TOKEN " + TOKEN + " -caChecksum " + SUM));
        }

        private static Arguments way(String name, String command) {
            return Arguments.of(name, command);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("ways")
        void the_same_four_values_however_it_was_pasted(String name, String command) {
            var registration = readable(command);

            assertThat(registration.server()).isEqualTo("https://rancher.example.org");
            assertThat(registration.token().orElseThrow().revealString()).isEqualTo(TOKEN);
            assertThat(registration.caChecksum()).isEqualTo(SUM);
            assertThat(registration.image()).startsWith("rancher/rancher-agent:v2.1.6");
            assertThat(registration.unknownFlags()).isEmpty();
        }

        @Test
        void todays_command_says_server_token_and_checksum_and_has_no_image() {
            var registration = readable(TODAY);

            assertThat(registration.bySystemAgent()).isTrue();
            assertThat(registration.image()).isEmpty();
            assertThat(registration.server()).isEqualTo("https://rancher.example.org");
            assertThat(registration.token().orElseThrow().revealString()).isEqualTo(TOKEN);
            assertThat(registration.caChecksum()).isEqualTo(SUM);
            assertThat(registration.shown()).isEqualTo(Os.LINUX);
            assertThat(registration.said()).as("the label of every node").isEmpty();
            assertThat(registration.unknownFlags()).isEmpty();
        }

        @Test
        void todays_command_is_read_with_all_that_a_page_adds_to_it() {
            var registration = readable(TODAY.replace("sudo  sh", "sudo HTTPS_PROXY=\"http://u:secret@p:3128\" sh")
                            .replace("curl -fL", "curl --insecure -fL")
                    + " --etcd --controlplane --node-name lin1 --address 10.0.0.1 --label zone=a --taints"
                    + " a=b:NoSchedule --what");

            assertThat(registration.roles()).containsExactly(Role.ETCD, Role.CONTROLPLANE);
            assertThat(registration.said())
                    .containsExactly(
                            "agentEnvVars HTTPS_PROXY",
                            "--node-name lin1",
                            "--address 10.0.0.1",
                            "--label zone=a",
                            "--taints a=b:NoSchedule");
            assertThat(registration.unknownFlags()).containsExactly("--what");
            assertThat(registration.toString()).doesNotContain("secret@", TOKEN);
        }

        private static Registration readable(String command) {
            return switch (RegistrationCommand.read(command)) {
                case RegistrationReading.Readable(var registration) -> registration;
                case RegistrationReading other -> throw new AssertionError(other);
            };
        }

        @Test
        void roles_and_what_is_said_of_one_node() {
            var registration = readable(COMMAND + " --node-name a --internal-address 10.0.0.1 --label disk=ssd");

            assertThat(registration.roles()).containsExactly(Role.ETCD, Role.CONTROLPLANE, Role.WORKER);
            assertThat(registration.said())
                    .containsExactly("--node-name a", "--internal-address 10.0.0.1", "--label disk=ssd");
            assertThat(registration.shown()).isEqualTo(Os.LINUX);
            assertThat(registration.imageTag()).isEqualTo("v2.1.6");
        }

        @Test
        void a_registry_of_ones_own() {
            var command = COMMAND.replace("rancher/rancher-agent", "registry.example.org:5000/mirror/rancher-agent");

            assertThat(readable(command).image()).isEqualTo("registry.example.org:5000/mirror/rancher-agent:v2.1.6");
        }

        @Test
        void Windows_command_as_Windows() {
            assertThat(readable(WINDOWS).shown()).isEqualTo(Os.WINDOWS);
            assertThat(readable(WINDOWS).roles()).isEmpty();
        }

        @Test
        void no_checksum_under_a_public_certificate() {
            assertThat(readable(COMMAND.replace(" --ca-checksum " + SUM, "")).caChecksum())
                    .isEmpty();
        }

        @Test
        void trap_2_1_8_a_is_all_roles_and_no_address() {
            var registration = readable(DOCKER + FLAGS + " -a 10.0.0.11 --worker");

            assertThat(registration.roles()).containsExactly(Role.ETCD, Role.CONTROLPLANE, Role.WORKER);
            assertThat(registration.unknownFlags()).containsExactly("-a 10.0.0.11");
        }

        @ParameterizedTest
        @MethodSource("strangers")
        void trap_2_1_7_flags_that_the_agent_of_2_1_lacks(String added, String unknown) {
            assertThat(readable(COMMAND + " " + added).unknownFlags()).containsExactly(unknown);
        }

        static Stream<Arguments> strangers() {
            return Stream.of(
                    Arguments.of("--taints key=value:NoSchedule", "--taints"),
                    Arguments.of("--taints=key=value:NoSchedule", "--taints="),
                    Arguments.of("--node-name=a", "--node-name="),
                    Arguments.of("-q", "-q"));
        }
    }

    @Nested
    final class Refuses {

        static Stream<Arguments> broken() {
            return Stream.of(
                    broken(
                            "--token",
                            RegistrationWords.CUT_OFF,
                            "sudo " + DOCKER + "--server https://r.example.org --token"),
                    broken(
                            "before the image",
                            RegistrationWords.CUT_OFF,
                            "sudo docker run -d --privileged --net=host -v /a"),
                    broken("no token", RegistrationWords.NO_TOKEN, DOCKER + "--server https://r.example.org --worker"),
                    broken("no server", RegistrationWords.NO_SERVER, DOCKER + "--token " + TOKEN),
                    broken("quote", RegistrationWords.QUOTE, COMMAND.replace(TOKEN, "\"" + TOKEN)),
                    broken("two", RegistrationWords.SEVERAL, COMMAND + "\n" + COMMAND),
                    broken("another behind", RegistrationWords.SEVERAL, COMMAND + " && reboot"),
                    broken("http", RegistrationWords.SERVER_HTTP, COMMAND.replace("https:", "http:")),
                    broken("path", RegistrationWords.SERVER_PATH, COMMAND.replace("example.org", "example.org/v3")),
                    broken("no scheme", RegistrationWords.SERVER_ODD, COMMAND.replace("https://", "")),
                    broken("checksum", RegistrationWords.CHECKSUM_ODD, COMMAND.replace(SUM, SUM.substring(1))),
                    broken("not hex", RegistrationWords.CHECKSUM_ODD, COMMAND.replace("0123", "012g")),
                    broken("placeholder", RegistrationWords.TOKEN_PLACEHOLDER, COMMAND.replace(TOKEN, "•••••")),
                    broken("odd token", RegistrationWords.TOKEN_ODD, COMMAND.replace(TOKEN, "a\u00e9b")),
                    broken(
                            "import",
                            RegistrationWords.IMPORTS,
                            "kubectl apply -f https://r.example.org/v3/import/" + TOKEN + ".yaml"),
                    broken(
                            "today",
                            RegistrationWords.OF_TODAY,
                            "curl -fL https://r.example.org/system-agent-install.sh -o install.sh; sh install.sh"
                                    + " --server https://r.example.org --token "
                                    + TOKEN),
                    broken(
                            "today's for Windows",
                            RegistrationWords.OF_TODAY,
                            "curl.exe -fL https://r.example.org/wins-agent-install.ps1 -o install.ps1; ./install.ps1"
                                    + " -Server https://r.example.org -Token "
                                    + TOKEN
                                    + " -Worker"),
                    broken(
                            "today's, cut off",
                            RegistrationWords.CUT_OFF,
                            TODAY.replace(SUM, "").strip()),
                    broken("today's, and more", RegistrationWords.SEVERAL, TODAY + " && reboot"),
                    broken("today's, kept back", RegistrationWords.TOKEN_PLACEHOLDER, TODAY.replace(TOKEN, "{token}")),
                    broken(
                            "k3s",
                            RegistrationWords.WITHOUT_RANCHER,
                            "curl -sfL https://get.k3s.io | K3S_TOKEN=" + TOKEN + " sh -"),
                    broken(
                            "rancher",
                            RegistrationWords.IS_RANCHER,
                            "docker run -d -p 443:443 rancher/rancher:v2.1.6 --server https://r.example.org --token "
                                    + TOKEN),
                    broken(
                            "image",
                            RegistrationWords.NO_AGENT,
                            COMMAND.replace("rancher/rancher-agent:v2.1.6", "alpine")),
                    broken("no docker", RegistrationWords.NO_DOCKER, "hello " + TOKEN),
                    broken("long", RegistrationWords.TOO_LONG, COMMAND.repeat(200)),
                    broken(
                            "Windows' cut off",
                            RegistrationWords.CUT_OFF,
                            WINDOWS.substring(0, WINDOWS.indexOf("; if"))));
        }

        private static Arguments broken(String name, RegistrationWords words, String command) {
            return Arguments.of(name, words, command);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("broken")
        void one_cause_one_sentence(String name, RegistrationWords words, String command) {
            var problems = problems(command);

            assertThat(problems).extracting(problem -> problem.what().key()).containsExactly(words);
            assertThat(problems).allSatisfy(problem -> {
                assertThat(problem.place().field()).isEqualTo("rancher.registration");
                assertThat(problem.kind()).isEqualTo(Problem.Kind.INPUT);
            });
        }

        @Test
        void all_that_is_wrong_at_once() {
            var command = COMMAND.replace("https:", "http:").replace(SUM, "12");

            assertThat(problems(command))
                    .extracting(problem -> problem.what().key())
                    .containsExactly(RegistrationWords.SERVER_HTTP, RegistrationWords.CHECKSUM_ODD);
        }
    }

    @Test
    void nothing_pasted_is_missing() {
        assertThat(RegistrationCommand.read(" \n ")).isInstanceOf(RegistrationReading.Missing.class);
    }

    /// A thousand ways to break a command, always the same ones: cut, doubled, swapped, sprinkled with odd
    /// characters.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_is_pasted_it_answers_and_never_repeats_the_token(int seed) {
        var random = new Random(seed);
        var command = mangled(random.nextBoolean() ? COMMAND : WINDOWS, random);

        var reading = RegistrationCommand.read(command);

        assertThat(reading.toString()).as("seed %d: %s", seed, command).doesNotContain(TOKEN);
    }

    static IntStream seeds() {
        return IntStream.range(0, 1000);
    }

    private static String mangled(String command, Random random) {
        var words = new ArrayList<>(List.of(command.split(" ", -1)));
        for (var i = random.nextInt(4); i >= 0; i--) {
            var at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, words.get(random.nextInt(words.size())));
                case 3 -> words.add(at, ODD.get(random.nextInt(ODD.size())));
                default -> words.set(at, words.get(at) + ODD.get(random.nextInt(ODD.size())));
            }
            if (words.isEmpty()) {
                words.add("");
            }
        }
        var text = String.join(" ", words);
        return random.nextInt(5) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    private static final List<String> ODD = List.of(
            "\"",
            "'",
            "\\",
            "\n",
            "`",
            "$(x)",
            ";",
            "&&",
            "|",
            "\u202E",
            "\u0000",
            "-",
            "--",
            "--x=",
            "-a",
            "=",
            "{",
            "}",
            "\uD800",
            "-e",
            "--server=http://u:p@h/",
            "-v",
            "\u2014",
            "<TOKEN>",
            "${jndi:x}",
            "%s",
            "{0}");

    private static Registration readable(String command) {
        return switch (RegistrationCommand.read(command)) {
            case RegistrationReading.Readable(var registration) -> registration;
            case RegistrationReading.Unreadable(var problems) -> throw new AssertionError(problems.toString());
            case RegistrationReading.Foretold _, RegistrationReading.Missing _ -> throw new AssertionError("missing");
        };
    }

    private static List<Problem> problems(String command) {
        return switch (RegistrationCommand.read(command)) {
            case RegistrationReading.Readable(var registration) -> throw new AssertionError(registration.toString());
            case RegistrationReading.Unreadable(var problems) -> problems;
            case RegistrationReading.Foretold _, RegistrationReading.Missing _ -> throw new AssertionError("missing");
        };
    }
}
