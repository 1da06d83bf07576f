package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;

/** Column 1: the URL; column 2: {@link Addresses#describe} of the target. */
class GoodUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            # libpq's form
            postgres://h/db                                  ; h:5432/db
            postgresql://h/db                                ; h:5432/db
            POSTGRES://h/db                                  ; h:5432/db
            postgresql://                                    ; localhost:5432/osuser
            postgresql://h                                   ; h:5432/osuser
            postgresql://h:6000                              ; h:6000/osuser
            postgresql://app@h                               ; h:5432/app user=app
            postgresql://app:zebra7@h                        ; h:5432/app user=app pw=zebra7
            postgresql://app:zebra7@h:6000/db                ; h:6000/db user=app pw=zebra7
            postgresql://app:@h/db                           ; h:5432/db user=app
            postgresql://:zebra7@h/db                        ; h:5432/db pw=zebra7
            postgresql://app:ze:bra@h/db                     ; h:5432/db user=app pw=ze:bra
            postgresql://app:a%40b%2Fc%3Fd%23e%25f%3Ag@h/db  ; h:5432/db user=app pw=a@b/c?d#e%f:g
            postgresql://a%40corp:p+q@h/db                   ; h:5432/db user=a@corp pw=p+q
            postgresql://app:p&q=r!$*()@h/db                 ; h:5432/db user=app pw=p&q=r!$*()
            postgresql://h/my%20db                           ; h:5432/my db
            postgresql://h/caf%C3%A9                         ; h:5432/café
            postgresql://h/Café                              ; h:5432/Café
            postgresql://app@/db                             ; localhost:5432/db user=app
            postgresql:///db                                 ; localhost:5432/db
            postgresql://:6000/db                            ; localhost:6000/db
            postgresql://h:/db                               ; h:5432/db
            postgresql://h1:1,h2:2/db                        ; h1:1,h2:2/db
            postgresql://u:p@h1,h2:2/db                      ; h1:5432,h2:2/db user=u pw=p
            postgresql://[::1]/db                            ; [::1]:5432/db
            postgresql://u:p@[2001:db8::1]:6000,h2/db        ; [2001:db8::1]:6000,h2:5432/db user=u pw=p
            postgresql://my_db-1.example.com/db              ; my_db-1.example.com:5432/db
            postgresql:///db?host=h&port=6000                ; h:6000/db
            postgresql:///db?host=h1,h2&port=1,2             ; h1:1,h2:2/db
            postgresql:///db?host=h1,h2&port=6000            ; h1:6000,h2:6000/db
            postgresql:///db?hostaddr=10.0.0.1               ; 10.0.0.1:5432/db
            postgresql:///?user=app&password=zebra7&dbname=x ; localhost:5432/x user=app pw=zebra7
            postgresql://h/db?user=me@corp                   ; h:5432/db user=me@corp
            # libpq's parameters
            postgresql://h/db?sslmode=require                ; h:5432/db sslmode=require
            postgresql://h/db?sslmode=no-verify              ; h:5432/db sslmode=require
            postgresql://h/db?sslmode=                       ; h:5432/db
            postgresql://h/db?ssl=true                       ; h:5432/db sslmode=require
            postgresql://h/db?ssl=true&sslmode=verify-ca     ; h:5432/db sslmode=verify-ca
            postgresql://h/db?sslmode=verify-full&sslrootcert=/ca.pem ; h:5432/db sslmode=verify-full sslrootcert=/ca.pem
            postgresql://h/db?sslrootcert=system             ; h:5432/db sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory sslmode=verify-full
            postgresql://h/db?sslcert=/c.pem&sslkey=/k.pk8   ; h:5432/db sslcert=/c.pem sslkey=/k.pk8
            postgresql://h/db?channel_binding=require&sslnegotiation=direct ; h:5432/db channelBinding=require sslNegotiation=direct
            postgresql://h/db?application_name=x&fallback_application_name=y&client_encoding=UTF8 ; h:5432/db
            postgresql://h/db?connect_timeout=3              ; h:5432/db timeout=3
            postgresql://h/db?connect_timeout=0              ; h:5432/db timeout=0
            postgresql://h/db?options=-c%20search_path%3Dapp ; h:5432/db options=-c search_path=app
            postgresql://h/db?options=a+b                    ; h:5432/db options=a+b
            postgresql://h/db?options=endpoint%3Dep-x        ; h:5432/db options=endpoint=ep-x
            postgresql://h1,h2/db?target_session_attrs=read-write ; h1:5432,h2:5432/db targetServerType=primary
            postgresql://h1,h2/db?target_session_attrs=prefer-standby ; h1:5432,h2:5432/db targetServerType=preferSecondary
            postgresql://h1,h2/db?load_balance_hosts=random  ; h1:5432,h2:5432/db loadBalanceHosts=true
            postgresql://h/db?keepalives=0                   ; h:5432/db tcpKeepAlive=false
            postgresql://h/db?gssencmode=disable&krbsrvname=pg ; h:5432/db gssEncMode=disable kerberosServerName=pg
            # Prisma's parameters
            postgresql://h/db?schema=App                     ; h:5432/db schema=App
            postgresql://h/db?connection_limit=5&pool_timeout=2&statement_cache_size=0 ; h:5432/db
            postgresql://h/db?socket_timeout=5               ; h:5432/db
            postgresql://h/db?pgbouncer=true                 ; h:5432/db pooler
            postgresql://h/db?pgbouncer=false                ; h:5432/db
            postgresql://h/db?sslaccept=accept_invalid_certs ; h:5432/db sslmode=require
            postgresql://h/db?sslmode=disable&sslaccept=accept_invalid_certs ; h:5432/db sslmode=disable
            postgresql://h/db?sslmode=require&sslaccept=strict ; h:5432/db sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory sslmode=verify-full
            postgresql://h/db?sslaccept=strict&sslcert=ca.pem ; h:5432/db sslmode=verify-full sslrootcert=ca.pem
            postgresql://h/db?sslidentity=me.p12&sslcert=ca.pem ; h:5432/db sslkey=me.p12 sslrootcert=ca.pem
            # pgjdbc's form
            jdbc:postgresql:db                               ; localhost:5432/db
            jdbc:postgresql:                                 ; localhost:5432/osuser
            jdbc:postgresql:///db                            ; localhost:5432/db
            jdbc:postgresql://h                              ; h:5432/osuser
            jdbc:postgresql://h/                             ; h:5432/osuser
            jdbc:postgresql://h:6000/db                      ; h:6000/db
            jdbc:postgresql://[::1]:6000/db                  ; [::1]:6000/db
            jdbc:postgresql://h1:1,h2:2/db                   ; h1:1,h2:2/db
            jdbc:postgresql://h/a+b%20c                      ; h:5432/a b c
            jdbc:postgresql://h/db?user=u&password=p+q%2B#1  ; h:5432/db user=u pw=p q+#1
            jdbc:postgresql://h/db?ssl=true                  ; h:5432/db ssl=true
            jdbc:postgresql://h/db?ssl                       ; h:5432/db ssl=true
            jdbc:postgresql://h/db?connectTimeout=4          ; h:5432/db timeout=4
            jdbc:postgresql://h/db?socketTimeout=4           ; h:5432/db
            jdbc:postgresql://h/db?currentSchema=App         ; h:5432/db schema=app
            jdbc:postgresql://h/db?currentSchema="App""s"    ; h:5432/db schema=App"s
            jdbc:postgresql://h/db?currentSchema=app,public  ; h:5432/db schema=app currentSchema=app,public
            jdbc:postgresql://h/db?currentSchema="$user",public ; h:5432/db currentSchema="$user",public
            jdbc:postgresql://h/db?schema=app                ; h:5432/db
            jdbc:postgresql://h/db?targetServerType=primary&prepareThreshold=0 ; h:5432/db prepareThreshold=0 targetServerType=primary
            jdbc:postgresql://h/db?useUnicode=true           ; h:5432/db
            jdbc:postgresql:///db?socketFactory=x.Y&cloudSqlInstance=p:r:i ; localhost:5432/db cloudSqlInstance=p:r:i socketFactory=x.Y
            jdbc:postgresql:///db?host=/run/pg&socketFactory=x.Y ; localhost:5432/db socketFactory=x.Y
            # poolers
            postgresql://ep-cool-1-pooler.eu-west-2.aws.neon.tech/db ; ep-cool-1-pooler.eu-west-2.aws.neon.tech:5432/db pooler
            postgresql://ep-cool-1.eu-west-2.aws.neon.tech/db ; ep-cool-1.eu-west-2.aws.neon.tech:5432/db
            postgresql://aws-0-x.pooler.supabase.com:6543/db ; aws-0-x.pooler.supabase.com:6543/db pooler
            postgresql://aws-0-x.pooler.supabase.com:5432/db ; aws-0-x.pooler.supabase.com:5432/db
            postgresql://db.abc.supabase.co:6543/db          ; db.abc.supabase.co:6543/db pooler
            postgresql://pooled.db.prisma.io/db              ; pooled.db.prisma.io:5432/db pooler
            postgresql://x.db.ondigitalocean.com:25061/db    ; x.db.ondigitalocean.com:25061/db pooler
            postgresql://p.proxy-abc.eu-west-1.rds.amazonaws.com/db ; p.proxy-abc.eu-west-1.rds.amazonaws.com:5432/db pooler
            jdbc:postgresql://h:6432/db                      ; h:6432/db pooler
            jdbc:postgresql://my-pgbouncer/db                ; my-pgbouncer:5432/db pooler
            """)
    void aUrlBecomesItsTarget(String url, String expected) {
        assertThat(Addresses.describe(Addresses.target(url))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            postgresql://app:zebra7@h1:1,[::1]:2/my%20db%3Fx%2Fy%25?sslmode=require&options=-c%20a%3Db
            jdbc:postgresql:///db?user=app&password=zebra7
            postgresql://app@[fe80::1%25eth0]/d+b
            """)
    void theDriverReadsWhatWeWriteAsWeMeanIt(String url) {
        var target = Addresses.target(url);
        DriverSettings settings = DriverSettings.of(target, "migrate-maven-plugin/1 run 2");
        Properties read = Driver.parseURL(settings.url(), settings.properties());

        assertThat(read).isNotNull();
        assertThat(read.getProperty("PGDBNAME")).isEqualTo(target.database());
        assertThat(read.getProperty("user")).isEqualTo(target.user().orElseThrow());
        assertThat(read.getProperty("password"))
                .isEqualTo(target.password().map(secret -> secret.reveal()).orElse(null));
        assertThat(read.getProperty("ApplicationName")).isEqualTo("migrate-maven-plugin/1 run 2");
        assertThat(read.getProperty("tcpKeepAlive")).isEqualTo("true");
        assertThat(read.getProperty("connectTimeout")).isEqualTo("10");
        assertThat(Integer.parseInt(read.getProperty("loginTimeout"))).isGreaterThanOrEqualTo(20);
        target.properties()
                .forEach((name, value) -> assertThat(read.getProperty(name)).isEqualTo(value));
        assertThat(settings.toString() + settings.url()).doesNotContain("zebra7");
    }
}
