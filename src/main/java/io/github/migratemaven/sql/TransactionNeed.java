package io.github.migratemaven.sql;

/** How a statement gets on with a transaction block. */
public enum TransactionNeed {
    /** Runs inside one like most. */
    IN_TRANSACTION,
    /** May commit or roll back by itself ({@code CALL}, {@code DO}), which a block around it refuses with 2D000. */
    MAY_CONTROL,
    /** The server refuses it inside a block (SQLSTATE 25001). */
    FORBIDDEN,
    /** Starts or ends transactions: {@code BEGIN}, {@code COMMIT} and their kin. Savepoints are not among them. */
    CONTROLS
}
