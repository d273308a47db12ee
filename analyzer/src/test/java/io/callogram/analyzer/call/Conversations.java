package io.callogram.analyzer.call;

import java.util.List;

/// Conversations that several tests look at, and that the invariants are checked over.
final class Conversations {

    private Conversations() {}

    static final String PLAIN =
            """
            0.000 A>B INVITE 1 a/ sdp=A:4000
            0.020 B>A 100 1 a/
            0.300 B>A 180 1 a/b
            4.300 B>A 200 1 a/b sdp=B:5000
            4.350 A>B ACK 1 a/b
            64.350 A>B BYE 2 a/b
            64.400 B>A 200/BYE 2 a/b
            """;

    static final String PROXIED =
            """
            0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000
            0.005 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
            0.006 P>A 100 1 a/ v=A1
            0.020 B>P 100 1 a/ v=P1,A1
            0.300 B>P 180 1 a/b v=P1,A1
            0.305 P>A 180 1 a/b v=A1
            4.300 B>P 200 1 a/b v=P1,A1 sdp=B:5000
            4.305 P>A 200 1 a/b v=A1 sdp=B:5000
            4.350 A>P ACK 1 a/b v=A2
            4.355 P>B ACK 1 a/b v=P2,A2
            34.350 B>P BYE 7 b/a v=B1
            34.355 P>A BYE 7 b/a v=P3,B1
            34.400 A>P 200/BYE 7 b/a v=P3,B1
            34.405 P>B 200/BYE 7 b/a v=B1
            """;

    static final String BUSY =
            """
            0.000 A>P INVITE 1 a/ v=A1
            0.005 P>B INVITE 1 a/ v=P1,A1
            0.006 P>A 100 1 a/ v=A1
            0.300 B>P 486 1 a/b v=P1,A1
            0.301 P>B ACK 1 a/b v=P1
            0.305 P>A 486 1 a/b v=A1
            0.310 A>P ACK 1 a/b v=A1
            """;

    static final String NO_ANSWER =
            """
            0.000 A>P INVITE 1 a/ v=A1
            0.005 P>B INVITE 1 a/ v=P1,A1
            0.006 P>A 100 1 a/ v=A1
            0.020 B>P 100 1 a/ v=P1,A1
            0.300 B>P 180 1 a/b v=P1,A1
            0.305 P>A 180 1 a/b v=A1
            30.30 A>P CANCEL 1 a/ v=A1
            30.31 P>A 200/CANCEL 1 a/p v=A1
            30.32 P>B CANCEL 1 a/ v=P1
            30.33 B>P 200/CANCEL 1 a/b v=P1
            30.34 B>P 487 1 a/b v=P1,A1
            30.35 P>B ACK 1 a/b v=P1
            30.36 P>A 487 1 a/b v=A1
            30.37 A>P ACK 1 a/b v=A1
            """;

    static final String LATE_CANCEL =
            """
            0.000 A>B INVITE 1 a/ sdp=A:4000
            0.300 B>A 180 1 a/b
            5.000 B>A 200 1 a/b sdp=B:5000
            5.001 A>B CANCEL 1 a/
            5.020 B>A 200/CANCEL 1 a/b
            5.030 A>B ACK 1 a/b
            5.040 A>B BYE 2 a/b
            5.060 B>A 200/BYE 2 a/b
            """;

    /// Parallel fork by P to B and C; B answers, C is told so.
    static final String FORKED =
            """
            0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000
            0.005 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
            0.006 P>C INVITE 1 a/ v=P2,A1 uri=1003 sdp=A:4000
            0.007 P>A 100 1 a/ v=A1
            0.300 B>P 180 1 a/b v=P1,A1
            0.305 P>A 180 1 a/b v=A1
            0.400 C>P 180 1 a/c v=P2,A1
            0.405 P>A 180 1 a/c v=A1
            3.000 B>P 200 1 a/b v=P1,A1 sdp=B:5000
            3.005 P>A 200 1 a/b v=A1 sdp=B:5000
            3.006 P>C CANCEL 1 a/ v=P2 REASON=SIP;cause=200
            3.010 A>B ACK 1 a/b v=A2
            3.020 C>P 200/CANCEL 1 a/c v=P2
            3.030 C>P 487 1 a/c v=P2,A1
            3.035 P>C ACK 1 a/c v=P2
            9.000 A>B BYE 2 a/b v=A3
            9.010 B>A 200/BYE 2 a/b v=A3
            """;

    static final String CHALLENGED =
            """
            0.000 A>P INVITE 1 a/ v=A1
            0.010 P>A 407 1 a/p v=A1
            0.020 A>P ACK 1 a/p v=A1
            0.030 A>P INVITE 2 a/ v=A2 sdp=A:4000
            0.040 P>A 100 2 a/ v=A2
            0.300 P>A 180 2 a/b v=A2
            2.300 P>A 200 2 a/b v=A2 sdp=B:5000
            2.350 A>P ACK 2 a/b v=A3
            9.000 A>P BYE 3 a/b v=A4
            9.010 P>A 407/BYE 3 a/b v=A4
            9.020 A>P BYE 4 a/b v=A5
            9.030 P>A 200/BYE 4 a/b v=A5
            """;

    static final String REGISTERED =
            """
            0.000 A>P REGISTER 1 a/ to=1001 expires=3600
            0.010 P>A 401/REGISTER 1 a/p to=1001
            0.020 A>P REGISTER 2 a/ to=1001 expires=3600
            0.030 P>A 200/REGISTER 2 a/p to=1001
            1800.0 A>P REGISTER 3 a/ to=1001 expires=3600
            1800.1 P>A 200/REGISTER 3 a/p to=1001
            """;

    static final String HELD =
            """
            0.000 A>B INVITE 1 a/ sdp=A:4000
            0.300 B>A 180 1 a/b
            2.000 B>A 200 1 a/b sdp=B:5000
            2.050 A>B ACK 1 a/b
            10.00 A>B INVITE 2 a/b sdp=A:4000:sendonly
            10.05 B>A 200 2 a/b sdp=B:5000:recvonly
            10.10 A>B ACK 2 a/b
            20.00 A>B INVITE 3 a/b sdp=A:4000
            20.05 B>A 200 3 a/b sdp=B:5000
            20.10 A>B ACK 3 a/b
            30.00 B>A BYE 1 b/a
            30.05 A>B 200/BYE 1 b/a
            """;

    static final String SUBSCRIBED =
            """
            0.000 A>P SUBSCRIBE 1 a/ to=1002
            0.010 P>A NOTIFY 1 p/a v=P1 SUBSCRIPTION_STATE=active
            0.015 P>A 202/SUBSCRIBE 1 a/p to=1002
            0.020 A>P 200/NOTIFY 1 p/a v=P1
            9.000 P>A NOTIFY 2 p/a v=P2 SUBSCRIPTION_STATE=terminated;reason=timeout
            9.010 A>P 200/NOTIFY 2 p/a v=P2
            """;

    static final String RETRANSMITTED =
            """
            0.000 A>B INVITE 1 a/ sdp=A:4000
            0.500 A>B INVITE 1 a/ sdp=A:4000
            1.500 A>B INVITE 1 a/ sdp=A:4000
            1.600 B>A 180 1 a/b
            3.000 B>A 200 1 a/b sdp=B:5000
            3.500 B>A 200 1 a/b sdp=B:5000
            3.510 A>B ACK 1 a/b
            4.500 B>A 200 1 a/b sdp=B:5000
            4.510 A>B ACK 1 a/b
            9.000 B>A BYE 1 b/a
            9.500 B>A BYE 1 b/a
            9.510 A>B 200/BYE 1 b/a
            """;

    static final String UNSEEN_START =
            """
            0.000 A>B INVITE 5 a/b sdp=A:4002
            0.050 B>A 200 5 a/b sdp=B:5000
            0.100 A>B ACK 5 a/b
            8.000 B>A BYE 3 b/a
            8.050 A>B 200/BYE 3 b/a
            """;

    static final List<String> ALL =
            List.of(
                    PLAIN,
                    PROXIED,
                    BUSY,
                    NO_ANSWER,
                    LATE_CANCEL,
                    FORKED,
                    CHALLENGED,
                    REGISTERED,
                    HELD,
                    SUBSCRIBED,
                    RETRANSMITTED,
                    UNSEEN_START);
}
