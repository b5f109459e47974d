/** Before the test files of the project `database`: they run on the embedded database, whatever server is at hand. */
delete process.env["CANDOR_TEST_DATABASE_URL"];
