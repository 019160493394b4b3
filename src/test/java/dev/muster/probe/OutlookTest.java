package dev.muster.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.Reading;
import dev.muster.base.Sha256;
import dev.muster.practice.PracticePem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of the answers that a host got from outside, and of its surroundings.
class OutlookTest {

    private static final Instant BEGUN = Instant.ofEpochSecond(1_795_442_400L);
    private static final String PEM = PracticePem.of("rancher.example.org");
    private static final String JSON =
            "{\"id\":\"cacerts\",\"value\":\"" + PEM.strip().replace("\n", "\\n") + "\"}";
    private static final String HEAD = "HTTP/1.0 200 OK\r\nDate: Mon, 23 Nov 2026 14:00:00 GMT\r\n\r\n";

    /// What openssl tells of a session comes behind the answer, with any letter in it.
    private static final String TICKET =
            "---\nPost-Handshake New Session Ticket arrived:\n  0010 - 7d 22 7b  }\"{}\n---\n";

    private static Printed visited(String said, String status) {
        return visited("https://rancher.example.org", said, status);
    }

    private static Printed visited(String url, String said, String status) {
        return Printed.withoutDocker()
                .said("visit-url:rancher", url)
                .said("visit-name:rancher", "10.0.0.5 STREAM r\n10.0.0.5 DGRAM\n10.0.0.6 STREAM\n")
                .line("@visit-begun:rancher 1795442400.000000000")
                .said("visit:rancher", said, status)
                .line("@visit-ended:rancher 1795442400.200000000");
    }

    private static Visit.Answered answered(Printed printed) {
        var outcome = printed.facts().outlook().rancher().known().orElseThrow().outcome();
        return (Visit.Answered) outcome.known().orElseThrow();
    }

    private static Chain chain(Printed printed) {
        return answered(printed).chain().known().orElseThrow();
    }

    @Test
    void openssls_words_have_chain_answer_and_clock() {
        var printed = visited(
                "depth=0 CN = x\n" + PEM + "    Verify return code: 18 (self signed)\n---\n" + HEAD + JSON + TICKET,
                "1");
        var visit = printed.facts().outlook().rancher().known().orElseThrow();
        var answered = answered(printed);

        assertThat(visit.addresses()).isEqualTo(Reading.of(List.of("10.0.0.5", "10.0.0.6")));
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.trusted()).isEqualTo(Reading.of(false));
        assertThat(answered.authority()).isEqualTo(Reading.of(Sha256.hex(VisitFacts.ascii(PEM))));
        assertThat(answered.clock().known().orElseThrow())
                .isEqualTo(new Clock(Duration.ofMillis(-400), Duration.ofMillis(600)));
        assertThat(chain(printed)).satisfies(chain -> {
            assertThat(chain.certificates()).hasSize(1);
            assertThat(chain.certificates().getFirst().subject()).contains("CN=rancher.example.org");
            assertThat(chain.named()).isTrue();
            assertThat(chain.signed()).isTrue();
            assertThat(chain.seen()).isEqualTo(BEGUN);
        });
    }

    @Test
    void curls_words_have_no_chain() {
        var answered = answered(visited(
                "HTTP/1.1 200 Connection established\r\n\r\n"
                        + HEAD.replace("1.0", "1.1").replace("200", "401") + JSON + "\nmuster-trusted 0\n",
                "0"));

        assertThat(answered.status()).isEqualTo(401);
        assertThat(answered.chain()).isEqualTo(Reading.unknown("openssl: command not found"));
        assertThat(answered.trusted()).isEqualTo(Reading.of(true));
        assertThat(answered.authority()).isInstanceOf(Reading.Known.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://rancher.example.org:8443, true",
        "https://RANCHER.example.org, true",
        "https://other.example.org, false",
        "https://10.0.0.5, false",
        "https://[2001:db8::1]:8443, false"
    })
    void a_certificate_is_for_the_name_that_was_asked(String url, boolean named) {
        assertThat(chain(visited(url, PEM + HEAD + JSON, "0")).named()).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.org, rancher.example.org, true",
        "*.example.org, example.org, false",
        "*.example.org, a.rancher.example.org, false",
        "*.org, localhost, false"
    })
    void a_star_stands_for_one_part(String name, String asked, boolean named) {
        assertThat(chain(visited("https://" + asked, PracticePem.of(name) + HEAD + JSON, "0"))
                        .named())
                .isEqualTo(named);
    }

    @Test
    void a_chain_that_leads_elsewhere_is_not_signed() {
        var other = PracticePem.of("rancher.example.org");

        assertThat(chain(visited(other + HEAD + JSON, "0")).signed()).isFalse();
        assertThat(chain(visited(PEM + HEAD + "{\"value\":\"\"}", "0")).signed())
                .isFalse();
        assertThat(answered(visited(PEM + HEAD + "{\"value\":\"\"}", "0")).authority())
                .isEqualTo(Reading.of(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>sign in</html>", "{}", "{\"value\":1}", "{\"value\":", "", "not json {"})
    void what_is_not_ranchers_answer_names_no_authority(String body) {
        assertThat(answered(visited(PEM + HEAD + body, "0")).authority()).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void certificates_that_can_not_be_read_are_unknown() {
        var broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

        assertThat(answered(visited(broken + HEAD + JSON, "0")).chain()).isInstanceOf(Reading.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        curl: (7) Failed to connect to x port 443: Connection refused | Failed to connect
        connect: Connection refused\\nconnect:errno=111 | Connection refused
        8:error:8000006F:system library:BIO_connect:Connection refused:../a.c:117:calling connect()\\nconnect:errno=111 | Connection refused
        '' | no answer
        """)
    void nobody_answering_is_told_in_the_tools_words(String said, String why) {
        var outcome = visited(said.replace("\\n", "\n"), "1")
                .facts()
                .outlook()
                .rancher()
                .known()
                .orElseThrow()
                .outcome();

        assertThat(outcome.known().orElseThrow())
                .isInstanceOfSatisfying(
                        Visit.Silent.class, silent -> assertThat(silent.why()).contains(why));
    }

    @Test
    void a_question_that_hung_had_no_answer_and_one_without_a_tool_is_unknown() {
        var late = visited("", "143").facts().outlook().rancher().known().orElseThrow();
        var bare = Printed.withoutDocker()
                .line("@visit-url:rancher https://r")
                .line("!visit:rancher command curl")
                .line("!visit-name:rancher command getent")
                .facts()
                .outlook()
                .rancher()
                .known()
                .orElseThrow();

        assertThat(late.outcome().known().orElseThrow()).isInstanceOf(Visit.Silent.class);
        assertThat(bare.outcome()).isEqualTo(Reading.unknown("curl: command not found"));
        assertThat(bare.addresses()).isEqualTo(Reading.unknown("getent: command not found"));
    }

    @Test
    void a_name_that_is_not_there_has_no_address() {
        var visit = visited("", "1")
                .said("visit-name:rancher", "", "2")
                .facts()
                .outlook()
                .rancher()
                .known()
                .orElseThrow();

        assertThat(visit.addresses()).isEqualTo(Reading.of(List.of()));
    }

    @Test
    void without_questions_nothing_is_known() {
        var facts = Printed.withoutDocker().facts();

        assertThat(facts.outlook().rancher()).isEqualTo(Reading.unknown("not asked"));
        assertThat(facts.outlook().registries()).isEmpty();
        assertThat(facts.etcdDisk()).isEqualTo(Reading.unknown("not asked"));
    }

    @Test
    void registries_and_mirrors_by_their_names() {
        var outlook = Printed.withoutDocker()
                .line("@visit-url:registry:registry-1.docker.io https://registry-1.docker.io")
                .said("visit:registry:registry-1.docker.io", "HTTP/1.1 401 Unauthorized\r\n\r\n{}")
                .line("@visit-url:mirror:mirror.lab:5000 http://mirror.lab:5000")
                .said("visit:mirror:mirror.lab:5000", "HTTP/1.1 200 OK\r\n\r\n{}")
                .said("image", "", "1")
                .facts()
                .outlook();

        assertThat(outlook.registries()).extracting(Visit::url).containsExactly("https://registry-1.docker.io");
        assertThat(outlook.mirrors()).extracting(Visit::url).containsExactly("http://mirror.lab:5000");
        assertThat(outlook.imageHere()).isEqualTo(Reading.of(false));
    }

    @Test
    void proxies_are_read_line_by_line() {
        var proxies = Printed.withoutDocker()
                .said("proxies", "dockerd HTTP_PROXY=http://***@p:3128\nnonsense\n/etc/environment NO_PROXY=a,b\n")
                .facts()
                .outlook()
                .proxies();

        assertThat(proxies.known().orElseThrow())
                .containsExactly(
                        new ProxySetting("dockerd", "HTTP_PROXY", "http://***@p:3128"),
                        new ProxySetting("/etc/environment", "NO_PROXY", "a,b"));
    }

    @Test
    void writes_are_ranked() {
        var hundred = new StringBuilder("/var/lib\n");
        for (var i = 100; i >= 1; i--) {
            hundred.append("0.0")
                    .append(i < 10 ? "0" : i < 100 ? "" : "")
                    .append(i == 100 ? "99" : i)
                    .append('\n');
        }
        var times = Printed.withoutDocker()
                .said("fsync", hundred.toString())
                .facts()
                .etcdDisk()
                .known()
                .orElseThrow();

        assertThat(times.folder()).isEqualTo("/var/lib");
        assertThat(times.writes()).isEqualTo(100);
        assertThat(times.median()).isEqualTo(Duration.ofMillis(50));
        assertThat(times.p99()).isEqualTo(Duration.ofMillis(99));
    }

    @ParameterizedTest
    @CsvSource({"1.2e-05, 12000", "0.001, 1000000", "3, 3000000000"})
    void dd_writes_small_numbers_in_its_own_way(String written, long nanos) {
        assertThat(Printed.withoutDocker()
                        .said("fsync", "/d\n" + written + "\n")
                        .facts()
                        .etcdDisk()
                        .known()
                        .orElseThrow()
                        .p99())
                .isEqualTo(Duration.ofNanos(nanos));
    }

    @Test
    void a_dd_that_can_not_is_quoted() {
        assertThat(Printed.withoutDocker()
                        .said("fsync", "/var/lib\nsaid dd: invalid argument 'dsync' to 'oflag'\n")
                        .facts()
                        .etcdDisk())
                .isEqualTo(Reading.unknown("dd: dd: invalid argument 'dsync' to 'oflag'"));
    }

    @Test
    void surroundings_are_read() {
        var facts = Printed.withoutDocker()
                .line("@apparmor Y")
                .line("@apparmor-parser no")
                .line("@network-manager yes")
                .said("unmanaged", "unmanaged-devices=interface-name:cali*;mac:1\n  unmanaged-devices += x , y\n")
                .line("@nm-cloud-setup yes")
                .line("@cattle-id abc")
                .facts();

        assertThat(facts.appArmor()).isEqualTo(Reading.of(new AppArmor(true, false)));
        assertThat(facts.networkManager())
                .isEqualTo(
                        Reading.of(new NetworkKeeper(true, List.of("interface-name:cali*", "mac:1", "x", "y"), true)));
        assertThat(facts.cattleId()).isEqualTo(Reading.of("abc"));
        var bare = Printed.withoutDocker()
                .line("!apparmor missing /sys/x")
                .line("@apparmor-parser yes")
                .line("@network-manager no")
                .line("!cattle-id missing /etc/x")
                .facts();
        assertThat(bare.appArmor()).isEqualTo(Reading.of(new AppArmor(false, true)));
        assertThat(bare.networkManager()).isEqualTo(Reading.of(new NetworkKeeper(false, List.of(), false)));
        assertThat(bare.cattleId()).isEqualTo(Reading.of(""));
        assertThat(Printed.withoutDocker()
                        .line("!cattle-id denied /etc/x")
                        .facts()
                        .cattleId())
                .isInstanceOf(Reading.Unknown.class);
    }
}
