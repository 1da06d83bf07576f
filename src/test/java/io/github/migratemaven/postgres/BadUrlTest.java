package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever "Zebra" stands in these URLs, it is (a part of) the password. */
class BadUrlTest {
    private static final String PASSWORD = "zebra";

    /** Column 1: the URL; 2: the code; 3: what the message says; 4: what the hint says. */
    @ParameterizedTest
    @CsvSource(delimiterString = " ; ", quoteCharacter = '`', textBlock = """
            # characters that shift the parts
            postgres://app:Zebra@7Zebra@h/db         ; bad-url ; an @ where none can stand ; %40
            postgres://app:Zebra/7Zebra@h/db         ; bad-url ; an @ where none can stand ; %2F
            postgres://app:1234/Zebra@h/db           ; bad-url ; an @ where none can stand ; %2F
            postgres://app:1234/Zebra@h              ; bad-url ; an @ where none can stand ; %2F
            postgres://app:Zebra?7Zebra@h/db         ; bad-url ; an @ where none can stand ; %3F
            postgres://app:1?Zebra=7Zebra@h/db       ; bad-url ; an @ where none can stand ; %3F
            postgres://app:Zebra#7Zebra@h/db         ; bad-url ; contains a # ; %23
            postgres://app:Zebra%7Zebra@h/db         ; bad-url ; a % in its password ; %25
            postgres://app:Zebra%FF@h/db             ; bad-url ; a % in its password ; %25
            postgres://app:Zebra%00@h/db             ; bad-url ; a % in its password ; %25
            postgres://app:Zebra 7Zebra@h/db         ; bad-url ; contains a space ; %20
            postgres://app:Zebra@h/d@Zebra/db        ; bad-url ; an @ where none can stand ; %40
            postgres://app:Zebra/db                  ; bad-url ; a port that is not a number ; with an @
            postgres://app:99999Zebra                ; bad-url ; a port that is not a number ; with an @
            postgres://app:Ze:bra:Zebra/db           ; bad-url ; more than one : ; user:password@host
            postgres://app:Zebra@h:6000x/db          ; bad-url ; a port that is not a number: '6000x' ; host:5432
            postgres://app:Zebra@h:abc/db            ; bad-url ; a port that is not a number: 'abc' ; host:5432
            postgres://app:Zebra@h:0/db              ; bad-url ; not between 1 and 65535: '0' ; host:5432
            postgres://app:Zebra@h:65536/db          ; bad-url ; not between 1 and 65535: '65536' ; host:5432
            postgres://app:Zebra@h1:1,h2:99999999999/db ; bad-url ; not between 1 and 65535 ; host:5432
            postgres://app:Zebra@h/a/b               ; bad-url ; more than one / ; %2F
            postgres://app:Zebra@h/db#Zebra          ; bad-url ; contains a # ; %23
            postgres://app:Zebra@h/db%2              ; bad-url ; a % in its name of the database ; %25
            postgres://app:Zebra@h!/db               ; bad-url ; in its host ; percent-encode
            postgres://app:Zebra@h1,,h2/db           ; bad-url ; an empty name ; host1:5432,host2:5432
            postgres://app:Zebra@2001:db8::1/db      ; bad-url ; more than one : ; [2001:db8::1]
            postgres://app:Zebra@[::1/db             ; bad-url ; without its partner ; [2001:db8::1]
            postgres://app:Zebra@[::1]6000/db        ; bad-url ; between ] and the port ; ]:5432
            postgres://app:Zebra@/db?host=h1,h2&port=1,2,3 ; bad-url ; 2 hosts and 3 ports ; each host
            postgres://app:Zebra@h/db?port=Zebra     ; bad-url ; a port that is not a number ; 5432
            # slips
            postgres:/app:Zebra@h/db                 ; bad-url ; no // ; postgresql://
            postgresql:app:Zebra@h/db                ; bad-url ; no // ; postgresql://
            postgresql://postgresql://app:Zebra@h/db ; bad-url ; its scheme twice ; Remove
            app:Zebra@h/db                           ; bad-url ; does not begin with ; postgresql://
            Zebra                                    ; bad-url ; does not begin with ; postgresql://
            Zebra://app@h/db                         ; bad-url ; does not begin with ; postgresql://
            //app:Zebra@h/db                         ; bad-url ; no scheme ; postgresql://
            "postgres://app:Zebra@h/db"              ; bad-url ; quotation mark ; --env-file
            'postgres://app:Zebra@h/db'              ; bad-url ; quotation mark ; --env-file
            psql 'postgres://app:Zebra@h/db'         ; bad-url ; psql command ; URL only
            DATABASE_URL=postgres://app:Zebra@h/db   ; bad-url ; name of a variable ; equals sign
            ${DATABASE_URL}                          ; bad-url ; placeholder ; Define
            postgres://app:[YOUR-PASSWORD]@h/db      ; bad-url ; placeholder for its password ; migrate.password
            postgres://app:*****@h/db                ; bad-url ; placeholder for its password ; migrate.password
            postgres://app:Zebra@h/db?a=b&amp;c=d    ; bad-url ; &amp; ; plain &
            # parameters
            postgres://app:Zebra@h/db?sslmode=Zebra  ; bad-url ; parameter sslmode ; verify-full
            postgres://app:Zebra@h/db?sslmode        ; bad-url ; without a value: sslmode ; name=value
            postgres://app:Zebra@h/db?sslaccept=x    ; bad-url ; parameter sslaccept ; strict
            postgres://app:Zebra@h/db?sslidentity=k.pem&sslpassword=Zebra ; bad-url ; sslidentity ; PKCS #12
            postgres://app:Zebra@h/db?target_session_attrs=x ; bad-url ; target_session_attrs ; read-write
            postgres://app:Zebra@h/db?channel_binding=x ; bad-url ; channelBinding ; require
            postgres://app:Zebra@h/db?connect_timeout=10s ; bad-url ; connect timeout ; connect_timeout=10
            postgres://app:Zebra@h/db?password=Zebra%2 ; bad-url ; a % in its parameters ; %25
            postgres://app:Zebra@h/db?Zebra=1@2      ; bad-url ; an @ where none can stand ; %40
            postgres://app:Zebra@h/db?replication=database ; unsupported-url ; replication ; Remove
            postgres://app:Zebra@/db?host=/var/run/postgresql ; unsupported-url ; Unix-domain socket ; host=localhost
            postgres://app:Zebra@%2Fvar%2Frun/db     ; unsupported-url ; Unix-domain socket ; host=localhost
            postgres://app:Zebra@/db?host=/cloudsql/p:r:i ; unsupported-url ; Unix-domain socket ; socketFactory
            # pgjdbc's form
            jdbc:postgresql://app:Zebra@h/db         ; bad-url ; a JDBC URL cannot hold ; ?user=
            jdbc:postgresql://app:Zebra/db           ; bad-url ; a port that is not a number ; host:5432
            jdbc:postgresql:app:Zebra                ; bad-url ; a / or : ; jdbc:postgresql://host
            jdbc:postgresql:/Zebra                   ; bad-url ; a / or : ; jdbc:postgresql://host
            jdbc:postgresql://h/a/b?password=Zebra   ; bad-url ; a / or : ; jdbc:postgresql://host
            jdbc:postgresql://h/db?password=Zebra%zz ; bad-url ; a % in its parameters ; %25
            # other databases and protocols
            prisma://accelerate.prisma-data.net/?api_key=Zebra ; unsupported-url ; prisma: ; DIRECT_URL
            prisma+postgres://localhost:51213/?api_key=Zebra ; unsupported-url ; prisma+postgres: ; DIRECT_URL
            mysql://app:Zebra@h/db                   ; unsupported-url ; mysql: ; PostgreSQL only
            jdbc:mysql://h/db?password=Zebra         ; unsupported-url ; jdbc:mysql: ; PostgreSQL only
            jdbc:sqlserver://h;password=Zebra        ; unsupported-url ; jdbc:sqlserver: ; PostgreSQL only
            jdbc:postgres://h/db?password=Zebra      ; unsupported-url ; jdbc:postgres: ; jdbc:postgresql://
            jdbc:tc:postgresql:16:///db              ; unsupported-url ; jdbc:tc: ; migrate.embedded
            jdbc:aws-wrapper:postgresql://h/db?password=Zebra ; unsupported-url ; jdbc:aws-wrapper: ; wrapper out
            r2dbc:postgresql://app:Zebra@h/db        ; unsupported-url ; r2dbc: ; JDBC form
            postgresql+asyncpg://app:Zebra@h/db      ; unsupported-url ; postgresql+ ; driver's name
            file:./Zebra.db                          ; unsupported-url ; file: ; PostgreSQL only
            https://abc.supabase.co                  ; unsupported-url ; https: ; connection string
            host=h user=app password=Zebra           ; unsupported-url ; keyword string ; postgresql://
            """)
    void aBadUrlIsRefusedWithItsOriginAndItsCure(String url, String code, String says, String cure) {
        MigrateException thrown = catchThrowableOfType(MigrateException.class, () -> Addresses.resolve(url));

        assertThat(thrown).as("refusal of %s", url).isNotNull();
        Failure failure = thrown.failure();
        assertThat(failure).isInstanceOf(Failure.InvalidInput.class);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.message()).startsWith("The URL in DATABASE_URL ").contains(says);
        assertThat(failure.hint()).contains(cure);
        assertThat(everythingThatCouldBePrinted(thrown)).doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://app:Zebra@h/\ndb", "jdbc:postgresql://h/db?password=Zebra\u0007"})
    void controlCharactersAreRefused(String url) {
        assertThatThrownBy(() -> Addresses.resolve(url))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("line break")
                .hasMessageNotContaining("Zebra");
    }

    /** Each is a working URL; none of what we keep of it prints its password, not even in a warning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://app:Zebra@h/db",
                "jdbc:postgresql://h/db?user=app&password=Zebra",
                "jdbc:postgresql://h/db?password=a&Zebra",
                "jdbc:postgresql://h/db?password=a&Zebra=b",
                "jdbc:postgresql://h/db?password=a&b&Zebra=c",
                "jdbc:postgresql://h/db?sslpassword=a&Zebra=c",
                "jdbc:postgresql://h/db?user=app&password=Zebra&foo=Zebra&socketTimeout=Zebra",
                "postgres://app:Zebra@h/db?foo=Zebra&keepalives_idle=Zebra&Zebra",
                "postgres://app:Zebra@h/db?schema=x&pgbouncer=true",
            })
    void nothingThatWePrintOfATargetHoldsThePassword(String url) {
        ConnectionParameters parameters = ConnectionUrl.parse(url, Addresses.ORIGIN);
        TargetResolution resolution = Addresses.resolve(url);
        String printed = parameters
                + " " + resolution
                + parameters.warnings()
                + resolution.target().properties().keySet()
                + resolution.target().password().map(Secret::toString)
                + resolution.target().poolerSign()
                + DriverSettings.of(resolution.target(), "x");

        assertThat(printed.toLowerCase(Locale.ROOT)).contains("h:5432/db").doesNotContain(PASSWORD);
    }

    private static String everythingThatCouldBePrinted(MigrateException thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return (out + " " + thrown + thrown.failure() + thrown.failure().describe()).toLowerCase(Locale.ROOT);
    }
}
