package io.github.migratemaven.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlStatementsTest {

    private static List<String> split(String sql) {
        return SqlStatements.split(sql).stream().map(SqlStatement::text).toList();
    }

    @Test
    void splits_at_semicolons_and_drops_what_is_empty() {
        assertThat(split("select 1; ;; select 2 ; -- the end\n/* really */")).containsExactly("select 1", "select 2");
        assertThat(split("")).isEmpty();
        assertThat(split(" -- nothing;")).isEmpty();
    }

    @Test
    void keeps_the_place_of_each_statement() {
        String sql = "-- head\n  select 1 ; /* ; */\nselect 2 -- tail\n;";
        assertThat(SqlStatements.split(sql))
                .containsExactly(new SqlStatement("select 1", 10, 18), new SqlStatement("select 2", 29, 37));
        assertThat(sql.substring(29, 37)).isEqualTo("select 2");
    }

    @Test
    void semicolons_in_literals_identifiers_and_comments_are_text() {
        assertThat(split("select ';', \";\", E'\\';', $a$;$a$ /* ; */ -- ;\n, 1; x"))
                .hasSize(2);
    }

    @Test
    void the_statements_of_a_rule_belong_together() {
        assertThat(split("create rule r as on insert to t do (notify a; notify b); select 1"))
                .containsExactly("create rule r as on insert to t do (notify a; notify b)", "select 1");
    }

    @Test
    void a_function_body_in_standard_sql_is_part_of_its_statement() {
        String function = """
                CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql
                BEGIN ATOMIC
                  UPDATE t SET x = CASE WHEN a > 1 THEN CASE a WHEN 2 THEN 0 END ELSE (CASE WHEN true THEN 1 END) END;
                  SELECT 1 AS end, t.case FROM t;
                END""";
        String procedure = "create procedure p() begin atomic insert into t values (1); end";
        assertThat(split(function + ";\nselect 1;" + procedure + "; select 2"))
                .containsExactly(function, "select 1", procedure, "select 2");
    }

    @Test
    void begin_elsewhere_opens_no_body() {
        assertThat(split("begin; select 1; end; create table atomic (begin int); commit"))
                .hasSize(5);
        assertThat(split("create function f() returns int return case when true then 1 end; select 1"))
                .hasSize(2);
        assertThat(split("create function f() returns int language plpgsql as $$begin return 1; end$$; select 1"))
                .hasSize(2);
        assertThat(split("select begin atomic; select 1")).hasSize(2);
    }

    @Test
    void what_is_never_closed_is_one_statement() {
        assertThat(split("select 1; select (2; select 3")).containsExactly("select 1", "select (2; select 3");
        assertThat(split("select 1; select '2; select 3")).containsExactly("select 1", "select '2; select 3");
        assertThat(split("select 1); select 2")).containsExactly("select 1)", "select 2");
    }
}
