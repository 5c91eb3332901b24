/** The part of `pg.Pool` the house uses, so that the embedded database can stand in for a server. */

export interface SqlResult {
  readonly rows: unknown[];
  readonly rowCount: number | null;
}

export interface SqlQueryConfig {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly rowMode?: string;
}

export interface SqlClient {
  query(query: string | SqlQueryConfig, values?: unknown[]): Promise<SqlResult>;
  release(destroy?: boolean | Error): void;
}

export interface SqlPool {
  query(query: string | SqlQueryConfig, values?: unknown[]): Promise<SqlResult>;
  connect(): Promise<SqlClient>;
  end(): Promise<void>;
}
