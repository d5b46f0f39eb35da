using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DealerPortal.Domain.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeysAndPhotoCopies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CopiesDueAt",
                table: "Photos",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CopiesMadeAt",
                table: "Photos",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CopyAttempts",
                table: "Photos",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CopyFault",
                table: "Photos",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FullSha256",
                table: "Photos",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            // Photos that are here already get the portal's own copies too.
            migrationBuilder.Sql("UPDATE \"Photos\" SET \"CopiesDueAt\" = \"ReceivedAt\"");

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
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
