package dev.muster.practice.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The server by what stands in the protocol document, over a bare socket, and what can be made to go wrong with it.
class WsmanServerTest {

    private WsmanServer server;
    private Soap soap;

    @BeforeEach
    void open() throws IOException {
        server = WsmanServer.start(
                Given.http().opened().offering(Scheme.NEGOTIATE, Scheme.BASIC).recorded());
        soap = new Soap(server);
    }

    @AfterEach
    void close() throws IOException {
        soap.close();
        server.close();
    }

    @Test
    void without_a_logon_the_headers_alone_are_answered() throws IOException {
        soap.write("POST /wsman HTTP/1.1\r\nHost: x\r\nContent-Length: 24\r\n\r\n");

        var answer = soap.read();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.head())
                .contains("WWW-Authenticate: Negotiate\r\n", "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n")
                .contains("Content-Length: 0");
    }

    @Test
    void a_wrong_word_of_basic_ends_the_connection_and_counts_as_one_logon() throws IOException {
        var answer = soap.post(Soap.basic("wrong"), "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.head()).contains("Connection: close");
        assertThat(server.heard().refusedLogons()).isEqualTo(1);
        assertThat(server.heard().requests()).isEmpty();
    }

    @Test
    void a_shell_runs_a_command_whose_answers_relate_to_their_questions() throws IOException {
        var shell = soap.create();
        var command = soap.command(shell, "echo hello&amp; exit 3010");
        var answer = soap.receive(shell, command);
        while (!answer.body().contains("CommandState/Done")) {
            assertThat(answer.body()).contains("aGVsbG8NCg==").doesNotContain("ExitCode");
            answer = soap.receive(shell, command);
        }

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<a:RelatesTo>uuid:ID-1</a:RelatesTo>", "<rsp:ExitCode>3010</rsp:ExitCode>", "End=\"true\"");
    }

    @Test
    void silence_is_a_fault_without_white_space_in_its_detail() throws IOException {
        var shell = soap.create();
        var answer = soap.receive(shell, soap.command(shell, "set /p line="));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("<s:Detail><f:WSManFault")
                .contains("Code=\"2150858793\"", "OperationTimeout");
    }

    @Test
    void a_signal_ends_a_command_and_whoever_waits_for_it_hears_so() throws IOException, InterruptedException {
        var shell = soap.create();
        var command = soap.command(shell, "ping -n 100 127.0.0.1");
        try (var second = new Soap(server)) {
            var answer = second.ask(
                    Names.SHELL + "/Signal",
                    shell,
                    "<sh:Signal CommandId=\"" + command + "\"><sh:Code>" + Names.SHELL
                            + "/signal/terminate</sh:Code></sh:Signal>");
            assertThat(answer.body()).contains("<rsp:SignalResponse/>");
        }

        assertThat(soap.receive(shell, command).body()).contains("Code=\"995\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # what it is                    | what came                                              | code
        not XML                         | <e:Envelope                                            | 2150858817
        with a document type            | <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x> | 2150858817
        of another language             | <x xmlns="urn:y"/>                                     | 2150858817
        """)
    void what_is_not_a_message_is_a_fault(String what, String body, String code) throws IOException {
        var answer = soap.post(Soap.basic(Given.PASSWORD), body);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("Code=\"" + code + "\"");
    }

    @Test
    void an_envelope_that_is_too_large_is_a_fault() throws IOException {
        var answer = soap.post(Soap.basic(Given.PASSWORD), " ".repeat(512_001));

        assertThat(answer.body()).contains("Code=\"2150858790\"");
    }

    @Test
    void a_shell_that_is_not_there_is_a_fault() throws IOException {
        var shell = soap.create();
        soap.ask(Names.TRANSFER + "/Delete", shell, "");

        assertThat(soap.receive(shell, "any").body()).contains("Code=\"2150858843\"");
        assertThat(server.openShells()).isZero();
    }

    @Test
    void who_it_is_it_says_to_anybody_and_its_version_to_those_who_are_in() throws IOException {
        var identify = "<e:Envelope xmlns:e=\"" + Names.SOAP + "\"><e:Header/><e:Body><i:Identify xmlns:i=\""
                + Names.IDENTITY + "\"/></e:Body></e:Envelope>";

        assertThat(soap.post("WSMANIDENTIFY: unauthenticated\r\n", identify).body())
                .contains("OS: 0.0.0 SP");
        assertThat(soap.post(Soap.basic(Given.PASSWORD), identify).body()).contains("OS: 10.0.17134 SP");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500, 503})
    void a_status_comes_as_often_as_it_was_asked_for(int status) throws IOException {
        server.mishaps().next(Operation.CREATE, 2, new Mishap.Status(status));

        assertThat(soap.ask(Names.TRANSFER + "/Create", "", "<sh:Shell/>").status())
                .isEqualTo(status);
        assertThat(soap.ask(Names.TRANSFER + "/Create", "", "<sh:Shell/>").status())
                .isEqualTo(status);
        assertThat(server.openShells()).isZero();
        assertThat(soap.create()).hasSize(36);
    }

    @Test
    void a_quota_is_told_by_another_element() throws IOException {
        server.mishaps().always(Operation.CREATE, new Mishap.Told(Fault.TOO_MANY_SHELLS));

        assertThat(soap.ask(Names.TRANSFER + "/Create", "", "<sh:Shell/>").body())
                .contains("<p:error_Code>2150859173</p:error_Code>", "HRESULT 0x803381a5")
                .doesNotContain("WSManFault");
    }

    @Test
    void an_answer_is_cut_and_what_it_would_have_said_was_done() throws IOException {
        server.mishaps().next(Operation.CREATE, new Mishap.Cut(200));

        assertThatThrownBy(soap::create).isInstanceOf(IOException.class).hasMessageStartingWith("cut off");
        assertThat(server.openShells()).isEqualTo(1);
    }

    @Test
    void an_answer_comes_byte_by_byte() throws IOException {
        server.mishaps().next(Operation.CREATE, new Mishap.Drip(Duration.ofNanos(1_000_000)));

        assertThat(soap.create()).hasSize(36);
    }

    @Test
    void an_answer_is_not_whole_xml_or_a_page_of_somebody_elses() throws IOException {
        server.mishaps().next(Operation.CREATE, new Mishap.Malformed());
        assertThat(soap.ask(Names.TRANSFER + "/Create", "", "<sh:Shell/>").body())
                .doesNotContain("</s:Envelope>");

        server.mishaps().next(Operation.CREATE, new Mishap.Page());
        assertThat(soap.ask(Names.TRANSFER + "/Create", "", "<sh:Shell/>").head())
                .contains("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLAMMED", "DEAF"})
    void the_door_is_shut_or_nobody_speaks(Mishaps.Door door) throws IOException {
        server.mishaps().door(door);

        try (var second = new Soap(server)) {
            var expected = door == Mishaps.Door.DEAF ? SocketTimeoutException.class : IOException.class;
            second.timeout(500);
            assertThatThrownBy(() -> second.post("", "")).isInstanceOf(expected);
        }
    }

    @Test
    void over_http_basic_is_neither_offered_nor_taken_where_it_is_not_open() throws IOException {
        try (var closed = WsmanServer.start(Given.http().offering(Scheme.NEGOTIATE, Scheme.BASIC));
                var client = new Soap(closed)) {
            var answer = client.post(Soap.basic(Given.PASSWORD), "");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.head()).doesNotContain("Basic");
        }
    }
}
