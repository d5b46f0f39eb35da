using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DealerPortal.Domain.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeysAndPhotoCopies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CopiesDueAt",
                table: "Photos",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CopiesMadeAt",
                table: "Photos",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CopyAttempts",
                table: "Photos",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CopyFault",
                table: "Photos",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FullSha256",
                table: "Photos",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            // Photos that are here already get the portal's own copies too.
            migrationBuilder.Sql("UPDATE \"Photos\" SET \"CopiesDueAt\" = \"ReceivedAt\"");

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Photos_CopiesDueAt_Id",
                table: "Photos",
                columns: new[] { "CopiesDueAt", "Id" },
                filter: "\"CopiesDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Photos_FullSha256",
                table: "Photos",
                column: "FullSha256",
                filter: "\"FullSha256\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropIndex(
                name: "IX_Photos_CopiesDueAt_Id",
                table: "Photos");

            migrationBuilder.DropIndex(
                name: "IX_Photos_FullSha256",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "CopiesDueAt",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "CopiesMadeAt",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "CopyAttempts",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "CopyFault",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "FullSha256",
                table: "Photos");
        }
    }
}
