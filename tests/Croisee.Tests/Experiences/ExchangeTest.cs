using System.Diagnostics;
using System.Text;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Croisee.Tests.Experiences.ExchangeFiles;

namespace Croisee.Tests.Experiences;

/// <summary>The verbs, on a real database: all of a file or nothing of it, contact data apart, and out again as it came in.</summary>
[Trait("kind", "slow")]
public sealed class ExchangeTest(Place place, ITestOutputHelper output) : IClassFixture<Place>
{
    const string Marker = "marqueur-contact";

    [Fact]
    public async Task Brings_the_demonstration_in_and_gives_it_out_as_it_came()
    {
        var slug = await AnEndedCall();
        var file = Path("demo.json");
        await File.WriteAllTextAsync(file, Repo.Read("demo/experiences.json"));
        Assert.Equal((0, ""), await Import(file, "--call", slug));
        var csv = Path("sortie.csv");
        Assert.Equal(0, await Export(csv, "--call", slug));
        var again = await AnEndedCall();
        Assert.Equal((0, ""), await Import(csv, "--call", again));
        Assert.Equal(0, await Export(csv + ".2.csv", "--call", again));
        Assert.Equal(Cells(csv), Cells(csv + ".2.csv"));
        var lines = Path("sortie.jsonl");
        Assert.Equal(0, await Export(lines, "--call", again));
        var third = await AnEndedCall();
        Assert.Equal((0, ""), await Import(lines, "--call", third));
        Assert.Equal(0, await Export(csv + ".3.csv", "--call", third, "--comma"));
        Assert.Equal(Cells(csv), Cells(csv + ".3.csv"));
        Assert.Equal(24, Cells(csv).Count);
        var first = await One(slug, "Habitantes et habitants ambassadeurs de santé");
        Assert.Equal((ExperienceState.Submitted, "SAI_FACILITATEUR"), (first.State, first.EntryMode));
        Assert.True(Voices.Of(first.Authors, first.Steps.Fingerprint()).Together);
        Assert.Single(await place.Db(db => db.JournalEntries.Where(e => e.SubjectId == first.Id && e.Act == Croisee.Experiences.Acts.Imported).ToListAsync()));
    }

    [Fact]
    public async Task Makes_the_calls_that_a_file_from_elsewhere_names_with_their_questions()
    {
        const string Question = "Qu’est-ce que cela a changé pour la vie du quartier, un an après la fin du projet ?";
        var slug = await AnEndedCall(Question);
        var (missing, file) = ("appel-d-ailleurs-2kq7", Path("ailleurs.csv"));
        var rows = Complete(missing, 2).Split("\r\n");
        await File.WriteAllTextAsync(file, $"{rows[0]};questions_appel\n" + string.Join('\n', rows[1..^1].Select(r => $"{r};{Question} > Le marché")) + "\n");
        var (code, said) = await Import(file);
        Assert.Equal(1, code);
        Assert.Contains("--new-calls", said);
        Assert.Equal((0, ""), await Import(file, "--new-calls"));
        Assert.Equal((0, ""), await Import(file, "--new-calls"));
        var call = await place.Db(db => db.Calls.AsNoTracking().Include(c => c.Questions).SingleAsync(c => c.Slug == missing));
        Assert.False(call.IsPublic);
        Assert.Equal(Question, Assert.Single(call.Questions).Text);
        Assert.Equal(4, await place.Db(db => db.Experiences.CountAsync(e => e.CallId == call.Id)));
    }

    [Fact]
    public async Task Imports_nothing_when_one_cell_is_wrong_and_says_where()
    {
        var slug = await AnEndedCall();
        var before = await Counts();
        var file = Path("faux.csv");
        await File.WriteAllTextAsync(file, Complete(slug, 3) + Complete(slug, 1, "SEC_INCONNU").Split("\r\n", 2)[1]);
        var (code, said) = await Import(file);
        Assert.Equal(1, code);
        Assert.Contains("ligne 5, colonne secteur", said);
        Assert.Equal(before, await Counts());
    }

    [Fact, Trait("kind", "slow")]
    public async Task Takes_everything_back_when_storing_fails_half_way()
    {
        var slug = await AnEndedCall();
        var before = await Counts();
        var lines = Complete(slug, 250);
        var file = new ChangingFile(Encoding.UTF8.GetBytes(lines), Encoding.UTF8.GetBytes(lines.Replace("Expérience 249", new string('x', 151))));
        await Assert.ThrowsAsync<Croisee.Rules.RuleBroken>(() => place.With(s => s.GetRequiredService<ImportExperiences>().Run(file, "change.csv", new(null, false), TextWriter.Null)));
        Assert.Equal(before, await Counts());
        var well = Path("bien.csv");
        await File.WriteAllTextAsync(well, Complete(slug, 1));
        Assert.Equal((0, ""), await Import(well));
    }

    [Fact]
    public async Task Keeps_contact_data_in_their_store_and_out_of_every_export()
    {
        var slug = await AnEndedCall();
        var file = Path("contacts.csv");
        var rows = Complete(slug, 2).Split("\r\n");
        await File.WriteAllTextAsync(file, $"{rows[0]};contact_nom;contact_role;contact_mail;contact_tel;contact_public;consent_recontact\n" + string.Join('\n', rows[1..^1].Select(r => $"{r};{Marker} Nom;{Marker} rôle;{Marker}@example.org;{Marker} 01;{Marker}.public@example.org;oui")) + "\n");
        Assert.Equal((0, ""), await Import(file));
        var one = await One(slug, "Expérience 0");
        var contact = await place.With(s => s.GetRequiredService<ContactStore>().Find(one.Id));
        Assert.Equal((Marker + " Nom", true), (contact!.Value.Details.Name, contact.Value.Recontact));
        foreach (var asked in new string[][] { [], ["--format", "json"], ["--comma"], ["--state", "soumise"] })
        {
            var export = Path("sans-contact");
            Assert.Equal(0, await Export(export, ["--call", slug, .. asked]));
            foreach (var written in new[] { export, export + ".codebook.csv" }) Assert.DoesNotContain(Marker, await File.ReadAllTextAsync(written));
            Assert.Contains("Expérience 1", await File.ReadAllTextAsync(export));
            Assert.DoesNotContain("contact_nom", await File.ReadAllTextAsync(export));
        }
        Assert.DoesNotContain(Marker, one.Steps.ToAccount().ToJson());
    }

    [Fact]
    public async Task Leaves_drafts_to_their_authors_and_refuses_what_it_does_not_understand()
    {
        var slug = await AnEndedCall();
        var file = Path("brouillon.csv");
        await File.WriteAllTextAsync(file, $"titre;etat_contribution;appel\nUn brouillon;brouillon;{slug}\n");
        Assert.Equal((0, ""), await Import(file));
        Assert.Equal((ExperienceState.Draft, ExperienceFields.Imported), ((await One(slug, "Un brouillon")).State, (await One(slug, "Un brouillon")).EntryMode));
        Assert.Equal(0, await Export(Path("vide.csv"), "--call", slug));
        Assert.Empty(Cells(Path("vide.csv")));
        Assert.Equal(2, await Export(Path("x.csv"), "--state", "brouillon"));
        Assert.Equal(2, await Export(Path("x.csv"), "--state", "retiree"));
        Assert.Equal(2, await Export(Path("x.csv"), "--contacts"));
        Assert.Equal(2, await Export(Path("x.csv"), "--call", "inconnu"));
        Assert.Equal(2, (await Import(Path("absent.csv"))).Code);
        Assert.Equal(2, (await Import(file, "--publish")).Code);
        Assert.False(File.Exists(Path("x.csv")));
    }

    [Fact]
    public async Task Names_the_questions_of_a_call_by_their_words_and_takes_back_what_was_never_complete()
    {
        const string Question = "Qu’est-ce qui a surpris tout le monde, et que personne n’avait prévu = avant > de | commencer ?";
        var (slug, other) = (await AnEndedCall(Question), await AnEndedCall(Question));
        var file = Path("questions.csv");
        await File.WriteAllTextAsync(file, $"titre;etat_contribution;appel;questions_appel\nPas pour cet appel;irrecevable;{slug};{PackedCell.PackRows([[Question, "=Le temps | passé > à rire"]])}\n");
        Assert.Equal((0, ""), await Import(file));
        var csv = Path("questions.export.csv");
        Assert.Equal(0, await Export(csv, "--call", slug));
        Assert.Equal((0, ""), await Import(csv, "--call", other));
        var one = await One(other, "Pas pour cet appel");
        Assert.Equal((ExperienceState.ToComplete, "=Le temps | passé > à rire"), (one.State, Assert.Single(one.Steps.ToAccount().Extra.Texts).Value));
        Assert.NotEqual(one.Steps.ToAccount().Extra.Texts.Keys, (await One(slug, "Pas pour cet appel")).Steps.ToAccount().Extra.Texts.Keys);
        var (code, said) = await Import(csv, "--call", await AnEndedCall());
        Assert.Equal(1, code);
        Assert.Contains("colonne questions_appel : L’appel n’a pas de question", said);
    }

    [Fact]
    public async Task Publishes_what_was_published_elsewhere_only_with_the_agreement_that_the_file_states()
    {
        var slug = await AnEndedCall();
        var file = Path("publiee.csv");
        var rows = Complete(slug, 1).Split("\r\n");
        async Task Write(string agreed) => await File.WriteAllTextAsync(file, $"{rows[0]};etat_contribution;consent_publication\n{rows[1]};publiee;{agreed}\n");
        await Write("");
        var (code, said) = await Import(file, "--publish-as-imported");
        Assert.Equal(1, code);
        Assert.Contains("ligne 2, colonne consent_publication", said);
        await Write("oui");
        Assert.Equal((0, ""), await Import(file, "--publish-as-imported"));
        var published = await One(slug, "Expérience 0");
        Assert.Equal(ExperienceState.Published, published.State);
        using var browser = place.Browser();
        Assert.Equal("Expérience 0", (await browser.Open($"/experiences/{published.Reference}")).Heading);
        var open = Path("ouvertes.csv");
        Assert.Equal(0, await Export(open, "--published", "--call", slug));
        var header = (await File.ReadAllLinesAsync(open))[0];
        Assert.Contains("\"titre\"", header);
        foreach (var kept in new[] { "organisation_finess", "nb_personnes_exact", "nb_beneficiaires_exact", "mode_saisie", "consent_publication", "contact_public" }) Assert.DoesNotContain($"\"{kept}\"", header);
        Assert.Equal((0, ""), await Import(file));
        // Read here, it is agreed to here: the word of the file would stop reminders and archiving.
        Assert.Equal([null], await place.Db(db => db.Experiences.Where(e => e.Call.Slug == slug && e.State == ExperienceState.Submitted).Select(e => e.PublicationAgreedAt).ToListAsync()));
    }

    [Fact]
    public void Explains_every_column_and_every_code_in_the_codebook()
    {
        using var file = new MemoryStream();
        FieldBook.Write(file, LabelBook.Default, ";");
        var text = Encoding.UTF8.GetString(file.ToArray());
        foreach (var field in ExperienceFields.All) Assert.Contains($"\"champ\";\"{field.Code}\";", text);
        foreach (var term in ExperienceFields.All.Select(f => f.Vocabulary).OfType<Vocabulary>().Distinct().SelectMany(v => v.Terms)) Assert.Contains($"\"terme\";\"{term.Code}\";", text);
    }

    [Fact]
    public async Task Refuses_while_the_folder_is_being_served()
    {
        if (place.Storage.Engine is not Engine.Sqlite) return;
        var file = Path("servi.csv");
        await File.WriteAllTextAsync(file, Complete(await AnEndedCall(), 1));
        var before = await Counts();
        using (Serving.Lock(place.Storage))
        {
            var (code, said) = await Import(file);
            Assert.Equal(3, code);
            Assert.Contains("utilise déjà le dossier", said);
        }
        Assert.Equal(before, await Counts());
    }

    [Fact, Trait("kind", "slow")]
    public async Task Brings_two_thousand_experiences_in_at_once()
    {
        // Ten thousand are measured by `bin/bench import-10k`.
        const int Many = 2_000;
        var slug = await AnEndedCall();
        var file = Path("deux-mille.csv");
        await File.WriteAllTextAsync(file, Complete(slug, Many));
        var (time, memory) = (Stopwatch.StartNew(), Process.GetCurrentProcess().PeakWorkingSet64);
        Assert.Equal((0, ""), await Import(file));
        // A figure only: other tests run in the same process.
        output.WriteLine($"{Many} experiences in {time.Elapsed.TotalSeconds:F1} s; peak of the process {memory >> 20} MB before, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB after");
        Assert.Equal(Many, await place.Db(db => db.Experiences.CountAsync(e => e.Call.Slug == slug && e.State == ExperienceState.Submitted)));
    }

    async Task<(int Code, string Said)> Import(string file, params string[] options)
    {
        var complaints = new StringWriter();
        return (await ImportVerb.Run(place.App.Services, ["experiences", file, .. options], TextWriter.Null, complaints), complaints.ToString());
    }

    Task<int> Export(string file, params string[] options) => ExportVerb.Run(place.App.Services, ["experiences", file, .. options], () => Stream.Null, TextWriter.Null);

    string Path(string name) => System.IO.Path.Combine(place.Storage.DataFolder, name);

    Task<(int, int, int, int)> Counts() => place.Db(async db => (await db.Experiences.CountAsync(), await db.DepositSteps.CountAsync(), await db.Contacts.CountAsync(), await db.JournalEntries.CountAsync()));

    Task<Experience> One(string slug, string title) => place.Db(db => db.Experiences.AsNoTracking().Include(e => e.Steps).Include(e => e.Authors).SingleAsync(e => e.Call.Slug == slug && e.Title == title));

    Task<string> AnEndedCall(string? question = null) => place.Db(async db =>
    {
        var now = place.Clock.UtcNow();
        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.ParentId == null) ?? new Organisation("L’instance", OrganisationKind.Instance, null);
        if (db.Entry(organisation).State is EntityState.Detached) { db.Organisations.Add(organisation); db.Record(now, Actor.System, Croisee.People.Acts.OrganisationCreated, organisation); }
        var call = new Call(organisation, "Un appel d’avant", now);
        if (question is not null) call.AddQuestion(question, null, isLong: true);
        db.Calls.Add(call);
        db.Record(now, Actor.System, Croisee.Experiences.Acts.CallCreated, call);
        await db.SaveChangesAsync();
        return call.Slug;
    });
}
