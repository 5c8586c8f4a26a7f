using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Experiences.ExchangeFiles;

namespace Croisee.Tests.Experiences;

/// <summary>What a group chose and fixed, and the days of an experience, go out and come in again, marked for what they are (issue 2 section 7, EXP-R9).</summary>
public sealed class DecisionsInFilesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Gives_a_choice_a_coding_and_the_days_out_and_takes_them_back_as_taken_from_a_file()
    {
        var call = await Decided();
        var csv = Path("decidees.csv");
        Assert.Equal(0, await Export(csv, "--call", call.Slug));
        var here = One(csv);
        Assert.Equal((true, "Le pouvoir est partagé ; les résidents décident.", ImportedPast.Here), (here.Remarkable, here.Motives, await Said(csv, "choix_origine")));
        Assert.Equal(("D4_CODECISION", "REG4_INITIATIVE", "Ensemble, du menu au budget."), (here.Fixed.Degree, Assert.Single(here.Fixed.Registers), here.CodingReason));
        Assert.Equal("Codécision, co-construction", await Said(csv, "codage_degre_libelle"));

        place.Clock.Advance(TimeSpan.FromDays(400));
        foreach (var (file, name) in new[] { (csv, "ailleurs.csv"), (Path("decidees.jsonl"), "ailleurs-2.csv") })
        {
            if (file != csv) Assert.Equal(0, await Export(file, "--call", call.Slug));
            var other = await place.Given.AnOpenCall(await place.Given.AnOrganisation(), $"Un appel {Rules.Reference.New()}");
            Assert.Equal((0, ""), await Import(file, "--call", other.Slug));
            var again = Path(name);
            Assert.Equal(0, await Export(again, "--call", other.Slug));
            var there = One(again);
            // Nobody here has decided: it waits as any other, and what was decided elsewhere says so.
            Assert.Equal(ExperienceState.Submitted.Code(), there.State);
            Assert.Equal((ImportedPast.Origin, ImportedPast.Origin), (await Said(again, "choix_origine"), await Said(again, "codage_origine")));
            foreach (var code in Told) Assert.Equal((code, ExperienceFields.ByCode[code].Cell(here)), (code, ExperienceFields.ByCode[code].Cell(there)));
            await place.Db(async db =>
            {
                var one = await db.Experiences.SingleAsync(e => e.CallId == other.Id);
                Assert.Equal((0, 0), (await db.Selections.CountAsync(s => s.ExperienceId == one.Id), await db.Settlements.CountAsync(s => s.ExperienceId == one.Id)));
                return 0;
            });
            await IsMarked(other);
        }
    }

    /// <summary>What one instance gives out, another takes in: a choice without a word of why, and one of which many wrote long.</summary>
    [Theory]
    [InlineData(null, 1), InlineData("Le pouvoir est partagé. ", 80)]
    public async Task Takes_back_a_choice_as_a_group_may_make_it(string? motive, int times)
    {
        var call = await Decided(motive is null ? null : string.Concat(Enumerable.Repeat(motive, times)), motive is null ? 1 : 12);
        var (file, again) = (Path($"motif-{times}.csv"), Path($"motif-{times}-2.csv"));
        Assert.Equal(0, await Export(file, "--call", call.Slug));
        Assert.Equal(motive is null, string.IsNullOrEmpty(One(file).Motives));
        foreach (var from in new[] { file, again })
        {
            var other = await place.Given.AnOpenCall(await place.Given.AnOrganisation(), $"Un appel {Rules.Reference.New()}");
            Assert.Equal((0, ""), await Import(from, "--call", other.Slug));
            Assert.Equal(0, await Export(again, "--call", other.Slug));
        }
    }

    [Fact]
    public async Task Leaves_what_a_group_wrote_out_of_what_everyone_reads()
    {
        var call = await Decided();
        var open = Path("tous.csv");
        Assert.Equal(0, await Export(open, "--published", "--call", call.Slug));
        foreach (var code in Told.Append("choix_origine")) Assert.DoesNotContain($"\"{code}\"", (await File.ReadAllLinesAsync(open))[0]);
    }

    [Theory]
    [InlineData("choix_remarquable", "oui", "choix_motifs")]
    [InlineData("choix_motifs", "Parce que.", "choix_remarquable")]
    [InlineData("choix_remarquable;choix_motifs;etat_contribution", "oui;Parce que.;non_selectionnee", "choix_remarquable")]
    [InlineData("codage_degre;codage_raison", "D4_CODECISION;Ensemble.", "codage_registres")]
    [InlineData("codage_degre;codage_registres", "D4_CODECISION;REG4_INITIATIVE", "codage_raison")]
    [InlineData("codage_degre", "D9_RIEN", "codage_degre")]
    [InlineData("codage_raison", "Ensemble.", "codage_degre")]
    [InlineData("envoyee_le", "31/02/2019", "envoyee_le")]
    [InlineData("envoyee_le", "2999-01-01", "envoyee_le")]
    [InlineData("commencee_le;envoyee_le", "2019-05-02;01/05/2019", "envoyee_le")]
    public async Task Refuses_half_a_decision_with_its_line_and_column_and_keeps_nothing(string columns, string cells, string wrong)
    {
        var call = await place.Given.AnOpenCall(await place.Given.AnOrganisation(), $"Un appel {Rules.Reference.New()}");
        var rows = Complete(call.Slug, 2).Split("\r\n");
        var file = Path("demi.csv");
        await File.WriteAllTextAsync(file, $"{rows[0]};{columns}\n{rows[1]}{new string(';', columns.Split(';').Length)}\n{rows[2]};{cells}\n");
        var (code, said) = await Import(file);
        Assert.Equal(1, code);
        Assert.Contains($"ligne 3, colonne {wrong}", said, StringComparison.Ordinal);
        Assert.Equal(0, await place.Db(db => db.Experiences.CountAsync(e => e.CallId == call.Id)));
    }

    [Fact]
    public async Task Erases_what_a_file_said_with_the_experience_that_its_authors_withdrew()
    {
        var call = await place.Given.AnOpenCall(await place.Given.AnOrganisation(), $"Un appel {Rules.Reference.New()}");
        var rows = Complete(call.Slug, 1).Split("\r\n");
        var file = Path("retiree.csv");
        await File.WriteAllTextAsync(file, $"{rows[0]};choix_remarquable;choix_motifs;envoyee_le\n{rows[1]};non;Un motif à effacer.;31/05/2019\n");
        Assert.Equal((0, ""), await Import(file));
        var one = await place.Db(db => db.Experiences.AsNoTracking().SingleAsync(e => e.CallId == call.Id));
        Assert.Equal("2019-05-31", await place.Db(async db => ImportedPast.Told((await db.ImportedPasts.SingleAsync(p => p.ExperienceId == one.Id)).SentOn)));
        await place.Db(async db =>
        {
            var found = await db.Experiences.Include(e => e.Passages).SingleAsync(e => e.Id == one.Id);
            db.Passages.Add(found.Pass(ExperienceState.Withdrawn, Passage.Authors, null, null, place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", found);
            return await db.SaveChangesAsync();
        });
        place.Clock.Advance(TimeSpan.FromDays(Forget.WithdrawnDays + 1));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal(0, await place.Db(db => db.ImportedPasts.CountAsync(p => p.ExperienceId == one.Id)));
    }

    static readonly string[] Told = [.. DecisionFields.All.Where(f => f.Way is Way.Both && f.Code != "choix_origine").Select(f => f.Code), "commencee_le", "envoyee_le"];

    /// <summary>Read by two who agreed, then chosen by both, one against.</summary>
    async Task<Call> Decided(string? motive = "Le pouvoir est partagé ; les résidents décident.", int each = 1)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, each, each);
        await place.Given.ItReadsFor(group, call);
        var (experience, pair) = await place.Given.AnExperienceReadBy(group, call, 0, each, "La table d’hôtes");
        var (now, today) = (place.Clock.UtcNow(), place.Clock.ParisToday());
        await place.Db(async db =>
        {
            var read = await db.Pairs.SingleAsync(p => p.Id == pair.Id);
            var settlement = Settlement.OfGroup(read, Given.ACoding("D4_CODECISION"), "Ensemble, du menu au budget.", today.AddDays(100), now);
            db.Settlements.Add(settlement);
            db.Record(now, Actor.System, "donnee.de.test", settlement);
            return await db.SaveChangesAsync();
        });
        var question = new Croisee.Deliberation.Deliberation(group.Group, "Est-elle remarquable ?", new Subject("essai", experience.Id), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, today, now);
        foreach (var member in Enumerable.Range(0, 2 * each)) question.Give(group.Seat(member).Id, "Un avis.", now);
        question.OpenDiscussion(now);
        question.OpenBallot(null, now);
        foreach (var member in Enumerable.Range(0, 2 * each)) question.Cast(group.Seat(member).Id, Vote.Yes, each > 1 || member == 0 ? motive : null, now);
        question.Close(now);
        await place.Given.Added(question, new Selection(experience.Id, question, null, now));
        await place.Given.ItPassed(experience, ExperienceState.Analysed, ExperienceState.Remarkable);
        return call;
    }

    async Task IsMarked(Call call)
    {
        var (reference, organisation) = await place.Db(async db => (await db.Experiences.Where(e => e.CallId == call.Id).Select(e => e.Reference).SingleAsync(), await db.Organisations.SingleAsync(o => o.Id == call.OrganisationId)));
        using var team = await place.Given.SignedIn(await place.Given.AnAccount($"Organise {Rules.Reference.New()}", Role.Organiser, organisation));
        var page = (await team.Open($"/bureau/experiences/{reference}")).TextContent;
        Assert.Contains("Reprise d’un fichier", page, StringComparison.Ordinal);
        Assert.Contains("ce n’est pas un vote de votre groupe", page, StringComparison.Ordinal);
        Assert.Contains("Le pouvoir est partagé", page, StringComparison.Ordinal);
    }

    static ExchangeRow One(string file)
    {
        using var stream = File.OpenRead(file);
        return Assert.Single([.. CsvRows.Read(stream, LabelBook.Default)]).Row;
    }

    static async Task<string> Said(string file, string column)
    {
        using var csv = new CsvHelper.CsvReader(new StringReader(await File.ReadAllTextAsync(file)), new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { Delimiter = ";" });
        Assert.True(csv.Read() && csv.ReadHeader() && csv.Read());
        return csv.GetField(column)!;
    }

    async Task<(int Code, string Said)> Import(string file, params string[] options)
    {
        var complaints = new StringWriter();
        return (await ImportVerb.Run(place.App.Services, ["experiences", file, .. options], TextWriter.Null, complaints), complaints.ToString());
    }

    Task<int> Export(string file, params string[] options) => ExportVerb.Run(place.App.Services, ["experiences", file, .. options], () => Stream.Null, TextWriter.Null);

    string Path(string name) => System.IO.Path.Combine(place.Storage.DataFolder, name);
}
