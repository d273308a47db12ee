package io.callogram.analyzer.call;

import static io.callogram.analyzer.call.Linked.TALK;
import static io.callogram.analyzer.call.Linked.calls;
import static io.callogram.analyzer.call.Linked.links;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// One phone with two calls, and what only looks like one.
class SharedPhonesTest {

    private static final String HOLD =
            """
            5.0 A>B INVITE 2 a1/b1 id=one sdp=A:4000:sendonly
            5.1 B>A 200 2 a1/b1 id=one sdp=B:5000:recvonly
            5.2 A>B ACK 2 a1/b1 id=one
            """;

    @Test
    void joinsAConsultationWhileTheOtherPartyIsHeld() {
        String consults = "6.0 A>C INVITE 1 a2/ id=two to=1003|6.5 C>A 180 1 a2/c1 id=two|";
        assertThat(links(TALK + HOLD + consults)).containsExactly("-", "consultation>1");
        assertThat(calls(TALK + consults)).isEqualTo(2);
        String resumed =
                HOLD
                        + "5.5 A>B INVITE 3 a1/b1 id=one sdp=A:4000|5.6 B>A 200 3 a1/b1 id=one sdp=B:5000|";
        assertThat(calls(TALK + resumed + consults)).isEqualTo(2);
        assertThat(calls(TALK + HOLD + "6.0 D>C INVITE 1 d2/ id=two to=1003|")).isEqualTo(2);
        assertThat(
                        calls(
                                TALK
                                        + HOLD.replace("2 a1/b1 id=one sdp=B", "2 a1/b1 id=one -=")
                                                .replace("5.1 B>A 200", "5.1 B>A 488")
                                                .replace(" -=:5000:recvonly", "")
                                        + consults))
                .isEqualTo(2);
    }

    @Test
    void joinsACallThatWaited() {
        String waits = "6.0 C>A INVITE 1 c2/ id=two to=1001|6.1 A>C 180 1 c2/a2 id=two MARK|END";
        String cancel = "7.5 C>A CANCEL 1 c2/ id=two|";
        assertThat(links(TALK + waits.replace("MARK", "").replace("END", cancel)))
                .containsExactly("-", "call-waiting>1");
        assertThat(links(TALK + waits.replace("180", "182").replace("MARK", "").replace("END", "")))
                .containsExactly("-", "call-waiting>1");
        assertThat(
                        links(
                                TALK
                                        + waits.replace(
                                                        "MARK",
                                                        "ALERT_INFO=<urn:alert:service:call-waiting>")
                                                .replace("END", "")))
                .containsExactly("-", "call-waiting>1");
        assertThat(
                        calls(
                                TALK
                                        + waits.replace("MARK", "")
                                                .replace("END", "6.3 A>C 200 1 c2/a2 id=two|")))
                .isEqualTo(2);
        assertThat(calls(TALK + "6.0 C>A INVITE 1 c2/ id=two to=1001|6.1 A>C 486 1 c2/a2 id=two|"))
                .isEqualTo(2);
    }

    @Test
    void takesAServerWithManyCallsForNoPhone() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String id = "id=c" + i + " to=service";
            text.append(i)
                    .append(".0 D>B INVITE 1 d")
                    .append(i)
                    .append("/ ")
                    .append(id)
                    .append(" from=20")
                    .append(i)
                    .append('\n');
            text.append(i)
                    .append(".1 B>D 180 1 d")
                    .append(i)
                    .append("/b")
                    .append(i)
                    .append(" ")
                    .append(id)
                    .append('\n');
            text.append(i)
                    .append(".9 B>D 200 1 d")
                    .append(i)
                    .append("/b")
                    .append(i)
                    .append(" ")
                    .append(id)
                    .append('\n');
        }
        assertThat(calls(text.toString())).isEqualTo(4);
        String two = text.substring(0, text.indexOf("2.0 D"));
        assertThat(calls(two)).isEqualTo(1);
        assertThat(calls(two.replace("180 1 d1/b1", "180 1 d1/b1 SERVER=SIPp"))).isEqualTo(2);
    }
}
