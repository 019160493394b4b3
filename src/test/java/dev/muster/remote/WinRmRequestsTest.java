package dev.muster.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.base.HostName;
import dev.muster.practice.windows.Account;
import dev.muster.practice.windows.Heard;
import dev.muster.practice.windows.Operation;
import dev.muster.practice.windows.Sent;
import dev.muster.practice.windows.Voice;
import dev.muster.practice.windows.Win1;
import dev.muster.practice.windows.WsmanServer;
import dev.muster.practice.windows.WsmanSettings;
import dev.muster.script.Script;
import dev.muster.setup.Host;
import dev.muster.setup.Os;
import dev.muster.setup.Role;
import dev.muster.setup.Way;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// What our client really sends, against the shapes of the protocol document: [MS-WSMV] 2.2.4 and 3.1.4 (messages of
/// the shell), 2.2.5 (options), and WS-Addressing's headers. Our client and our practice server could share a
/// mistake; the document doesn't. No Windows took part.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
final class WinRmRequestsTest {

    private static final Map<String, String> NAMES = Map.of(
            "s", "http://www.w3.org/2003/05/soap-envelope",
            "a", "http://schemas.xmlsoap.org/ws/2004/08/addressing",
            "w", "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd",
            "rsp", "http://schemas.microsoft.com/wbem/wsman/1/windows/shell",
            "xml", XMLConstants.XML_NS_URI);

    private WsmanServer server;
    private List<Heard.Request> requests;

    @BeforeAll
    void one_script_is_run(@TempDir Path home) throws Exception {
        Win1 greeter = WinRmRequestsTest::greet;
        server = WsmanServer.start(
                WsmanSettings.https(greeter, new Account(TestServer.password().user(), TestServer.PASSWORD))
                        .recorded());
        try (var reach = TestServer.reach(home, TestServer.secrets())) {
            var host = Host.linux(new HostName("win1"), "127.0.0.1", Set.of(Role.WORKER), TestServer.password())
                    .withOs(Os.WINDOWS)
                    .withPort(server.port())
                    .withWay(new Way.WinRm(true, Way.Auth.NTLM));
            var ready = (Opened.Ready) TestServer.openTrusting(home, reach, host);
            ready.connection().run(Script.of("windows/probe.ps1"), Duration.ofSeconds(20));
        }
        requests = server.heard().requests();
    }

    @AfterAll
    void close() {
        server.close();
    }

    /// Every header of every message: [MS-WSMV] 3.1.4.1, DSP0226 5.
    @ParameterizedTest(name = "{0}: {1}, no Windows took part")
    @CsvSource(delimiter = '|', textBlock = """
        CREATE  | http://schemas.xmlsoap.org/ws/2004/09/transfer/Create
        COMMAND | http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Command
        RECEIVE | http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Receive
        SIGNAL  | http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Signal
        DELETE  | http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete
        """)
    void the_headers_are_those_of_the_document(Operation operation, String action) throws Exception {
        assertThat(of(operation)).isNotEmpty();
        for (var request : of(operation)) {
            var soap = parsed(request);
            assertThat(text(soap, "/s:Envelope/s:Header/a:Action")).isEqualTo(action);
            assertThat(text(soap, "/s:Envelope/s:Header/a:To")).isEqualTo(server.url());
            assertThat(text(soap, "/s:Envelope/s:Header/a:ReplyTo/a:Address"))
                    .isEqualTo("http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous");
            assertThat(text(soap, "/s:Envelope/s:Header/a:MessageID")).matches("(urn:)?uuid:[0-9a-fA-F-]{36}");
            assertThat(text(soap, "/s:Envelope/s:Header/w:ResourceURI"))
                    .isEqualTo("http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd");
            assertThat(text(soap, "/s:Envelope/s:Header/w:MaxEnvelopeSize")).isEqualTo("153600");
            assertThat(text(soap, "/s:Envelope/s:Header/w:OperationTimeout")).matches("PT\\d+(\\.\\d+)?S");
            assertThat(text(soap, "/s:Envelope/s:Header/w:Locale/@xml:lang")).matches("[a-z]{2}-[A-Z]{2}");
            assertThat(request.contentType()).startsWith("application/soap+xml").contains("charset=UTF-8");
        }
    }

    /// What each body and its own headers must hold; `1` says that it is there, once.
    @ParameterizedTest(name = "{0}: {1}, no Windows took part")
    @CsvSource(delimiter = '|', textBlock = """
        # the shell to be made has no id yet; streams by name; [MS-WSMV] 3.1.4.5.2
        CREATE  | count(//w:Selector)                                                   | 0
        CREATE  | count(/s:Envelope/s:Body/rsp:Shell)                                   | 1
        CREATE  | //rsp:Shell/rsp:InputStreams                                          | stdin
        CREATE  | //rsp:Shell/rsp:OutputStreams                                         | stdout stderr
        CREATE  | count(//w:OptionSet/w:Option[@Name='WINRS_NOPROFILE'])                | 1
        CREATE  | //w:OptionSet/w:Option[@Name='WINRS_CODEPAGE']                        | 437
        CREATE  | count(//rsp:Shell/rsp:Environment/rsp:Variable[@Name='MUSTER_MARK'])  | 1
        CREATE  | count(//rsp:Variable[string-length(.) > 32767])                       | 0
        # everything after it names the shell; 3.1.4.11
        COMMAND | count(//w:SelectorSet/w:Selector[@Name='ShellId'])                    | 1
        COMMAND | count(/s:Envelope/s:Body/rsp:CommandLine/rsp:Command)                 | 1
        COMMAND | count(//w:OptionSet/w:Option[@Name='WINRS_CONSOLEMODE_STDIN'])        | 1
        COMMAND | count(//w:OptionSet/w:Option[@Name='WINRS_SKIP_CMD_SHELL'])           | 1
        COMMAND | count(//rsp:Command[string-length(.) > 8191])                         | 0
        # 3.1.4.14
        RECEIVE | count(//w:SelectorSet/w:Selector[@Name='ShellId'])                    | 1
        RECEIVE | count(/s:Envelope/s:Body/rsp:Receive/rsp:DesiredStream)               | 1
        RECEIVE | //rsp:DesiredStream                                                   | stdout stderr
        RECEIVE | count(//rsp:DesiredStream/@*[local-name()='CommandId'])               | 1
        # 3.1.4.12: the last word about a command
        SIGNAL  | count(//w:SelectorSet/w:Selector[@Name='ShellId'])                    | 1
        SIGNAL  | count(/s:Envelope/s:Body/rsp:Signal/@*[local-name()='CommandId'])     | 1
        SIGNAL  | //rsp:Code         | http://schemas.microsoft.com/wbem/wsman/1/windows/shell/signal/terminate
        DELETE  | count(//w:SelectorSet/w:Selector[@Name='ShellId'])                    | 1
        DELETE  | count(/s:Envelope/s:Body/*)                                           | 0
        """)
    void the_message_is_that_of_the_document(Operation operation, String path, String value) throws Exception {
        for (var request : of(operation)) {
            assertThat(text(parsed(request), path)).isEqualTo(value);
        }
    }

    @Test
    void no_two_messages_have_one_id_and_a_shell_has_the_order_of_the_document_no_windows_took_part() throws Exception {
        var ids = new HashSet<String>();
        for (var request : requests) {
            ids.add(text(parsed(request), "//a:MessageID"));
        }
        assertThat(ids).hasSameSizeAs(requests);
        var order = server.heard().operations().stream().map(Enum::name).reduce("", (all, one) -> all + " " + one);
        assertThat(order).matches("( CREATE COMMAND( RECEIVE)+ SIGNAL DELETE)+");
    }

    private List<Heard.Request> of(Operation operation) {
        return requests.stream()
                .filter(request -> request.operation().orElseThrow() == operation)
                .toList();
    }

    private static Document parsed(Heard.Request request) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(request.envelope())));
    }

    private static String text(Document soap, String path) throws Exception {
        return xpath().evaluate(path, soap).strip();
    }

    private static XPath xpath() {
        var xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(new NamespaceContext() {
            @Override
            public String getNamespaceURI(String prefix) {
                return NAMES.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
            }

            @Override
            public String getPrefix(String uri) {
                throw new AssertionError("nobody asks");
            }

            @Override
            public Iterator<String> getPrefixes(String uri) {
                throw new AssertionError("nobody asks");
            }
        });
        return xpath;
    }

    private static int greet(Sent script, Voice voice) throws InterruptedException {
        voice.say(Win1.hello("ops"));
        return 0;
    }
}
