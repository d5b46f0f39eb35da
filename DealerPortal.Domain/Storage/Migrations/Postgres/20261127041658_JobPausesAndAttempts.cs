using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DealerPortal.Domain.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class JobPausesAndAttempts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AgainAt",
                table: "JobRuns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Attempt",
                table: "JobRuns",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Sweeps",
                table: "JobRuns",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Trigger",
                table: "JobRuns",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Timetable");

            migrationBuilder.CreateTable(
                name: "JobPauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Job = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobPauses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_JobPauses_Job",
                table: "JobPauses",
                column: "Job",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "JobPauses");

            migrationBuilder.DropColumn(
                name: "AgainAt",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Attempt",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Sweeps",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "Trigger",
                table: "JobRuns");
        }
    }
}
