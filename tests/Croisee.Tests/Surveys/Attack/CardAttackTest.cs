using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Croisee.Tests.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys.Attack;

/// <summary>
/// S22. Forty persons draw cards and answer, each something that nobody else answers; the attacker knows who came when with which card, and holds the whole database, its files and
/// a log as loud as it can be. To name the sheet of a card they have orders, and bytes that two things share. They must do no better than chance; and where something does tell, this must find it.
/// </summary>
[Trait("kind", "slow")]
public sealed class CardAttackTest(AttackedPlace place) : IClassFixture<AttackedPlace>
{
    const int Persons = 40;
    /// <summary>Bytes that two unrelated things do not share by chance: sixteen signs of a number written in hexadecimal.</summary>
    const int Window = 16;

    sealed record Scene(GivenSurvey Given, List<string> Cards, List<string> Tickets, List<string> Answers, List<string> Texts, Dictionary<string, int> RowsBefore)
    {
        /// <summary>Of each card, as kept.</summary>
        public List<string> Hashes => [.. Cards.Select(c => OneTimeCode.Read(Given.Place.Id, c)!)];

        /// <summary>Under which id each ticket was spent, as the person alone could say.</summary>
        public List<string> Spent(bool postgres) => [.. Tickets.Select(t => new Guid(SHA256.HashData(Base64Url.DecodeFromChars(t.Split('.')[0])).AsSpan(0, 16)).ToString()).Select(id => postgres ? id : id.ToUpperInvariant())];

        /// <summary>Which person each row of a dump is about.</summary>
        public List<int> Arrivals(IEnumerable<string> rows, List<string> marks) => [.. rows.Select(r => marks.FindIndex(m => r.Contains(m, StringComparison.Ordinal) || r.Contains(m.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.Ordinal))).Where(i => i >= 0)];
    }

    static QuestionnaireContent Content => new(new Wording("Trois choix et un mot"))
    {
        Sections = [new("s") { Questions = [.. new[] { "un", "deux", "trois" }.Select(code => new AskedQuestion(code, QuestionKind.Single, new Wording($"Question {code}")) { Options = [.. Enumerable.Range(0, 4).Select(n => new AnswerOption($"{code.ToUpperInvariant()}_{n}", new Wording($"{code} {n}")))] }), new("mot", QuestionKind.ShortText, new Wording("Un mot"))] }],
    };

    async Task<Scene> Played()
    {
        var given = await place.Given.AnOpenSurvey(content: Content, eligible: 100);
        var scene = new Scene(given, await place.Cards(given, Persons), [], [], [], await Rows());
        for (var i = 0; i < Persons; i++)
        {
            using var browser = place.Browser();
            // Half of them have scripts: the server signs their tickets without seeing them.
            var page = i % 2 == 0 ? await browser.ByScript(given, scene.Cards[i]) : await (await browser.Open($"/repondre/{given.Code}/questions")).Form("Commencer").Fill("Le code de votre carte", scene.Cards[i]).Send();
            scene.Tickets.Add(browser.Cookies[AnswerTicket.Name]);
            var (digits, text) = (new[] { i % 4, i / 4 % 4, i / 16 }, $"parole-numero-{i:00}-fin");
            var form = page.Form("Envoyer mes réponses").Fill("Un mot", text);
            foreach (var (code, digit) in new[] { "un", "deux", "trois" }.Zip(digits)) form.Choose($"{code} {digit}", $"Question {code}");
            Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
            scene.Answers.Add($"{{\"deux\":[\"DEUX_{digits[1]}\"],\"trois\":[\"TROIS_{digits[2]}\"],\"un\":[\"UN_{digits[0]}\"]}}");
            scene.Texts.Add(text);
        }
        return scene;
    }

    async Task<Dictionary<string, int>> Rows() => (await Loot.Take(place, "")).Tables.Where(t => !t.Key.Contains(' ')).ToDictionary(t => t.Key, t => t.Value.Count);

    /// <summary>Every order in which a sheet or a text can be found, and what it says of the order of arrival.</summary>
    static List<string> ByOrder(Scene scene, Loot loot)
    {
        var told = new List<string?>();
        var spent = scene.Spent(loot.Tables.Keys.Any(k => k.EndsWith("ctid", StringComparison.Ordinal)));
        foreach (var (dump, rows) in loot.Tables)
            foreach (var marks in new[] { scene.Answers, scene.Texts, spent, scene.Hashes }) told.Add(Orders.Says(dump, scene.Arrivals(rows, marks)));
        foreach (var (name, bytes) in loot.Files)
            foreach (var marks in new[] { scene.Answers, scene.Texts, spent, scene.Hashes })
            {
                var places = Loot.Places(bytes, marks);
                told.Add(Orders.Says(name + ", first copies", [.. places.DistinctBy(p => p.Arrival).Select(p => p.Arrival)]));
                var inPages = Orders.InPages(places.Select(p => ((long)p.At / 4096, p.Arrival)));
                if (Math.Abs(inPages) > Orders.PagesMax) told.Add($"{name}: within pages, {inPages:0.0} standard deviations");
            }
        return [.. told.OfType<string>()];
    }

    /// <summary>Texts beside sheets: the k-th text found is said to be of the k-th sheet found.</summary>
    static List<string> TextsBesideSheets(Scene scene, Loot loot)
    {
        var told = new List<string>();
        foreach (var (dump, rows) in loot.Tables.Where(t => t.Key.StartsWith("answer_sheets", StringComparison.Ordinal)))
            foreach (var (other, texts) in loot.Tables.Where(t => t.Key.StartsWith("answer_texts", StringComparison.Ordinal)))
            {
                var ranks = scene.Arrivals(rows, scene.Answers).Select((arrival, rank) => (arrival, rank)).ToDictionary(p => p.arrival, p => p.rank);
                if (Orders.Says($"{dump} beside {other}", [.. scene.Arrivals(texts, scene.Texts).Select(a => ranks[a])]) is { } said) told.Add(said);
            }
        return told;
    }

    /// <summary>Whatever stands on the side of cards, tickets and the log, and on the side of sheets.</summary>
    async Task<List<string>> ByBytes(Scene scene, Loot loot)
    {
        var told = new List<string>();
        var ids = (await place.Db(db => db.AnswerSheets.Where(s => s.SurveyId == scene.Given.Survey.Id).Select(s => s.Id).ToListAsync())).Concat(await place.Db(db => db.AnswerTexts.Where(t => t.SurveyId == scene.Given.Survey.Id).Select(t => t.Id).ToListAsync())).Select(id => id.ToString("N").ToUpperInvariant()).ToList();
        var hashes = await place.Db(db => db.OneTimeCodes.Where(c => c.PlaceId == scene.Given.Place.Id).Select(c => c.Hash).ToListAsync());
        string Flat(string text) => text.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        var elsewhere = loot.Tables.Where(t => !t.Key.Contains(' ')).Select(t => (Where: t.Key, Text: Flat(string.Join('\n', t.Value)))).Append((Where: "log", Text: Flat(loot.Log))).ToList();
        void Look(IEnumerable<string> marks, string what, params string[] home)
        {
            foreach (var mark in marks.Select(Flat).Where(m => m.Length > 0))
                foreach (var (where, text) in elsewhere.Where(e => !home.Contains(e.Where)))
                    if (Enumerable.Range(0, Math.Max(1, mark.Length - Window + 1)).Any(i => text.Contains(mark.Substring(i, Math.Min(Window, mark.Length)), StringComparison.Ordinal))) told.Add($"{what} in {where}");
        }
        Look(ids, "id of a sheet or a text", "answer_sheets", "answer_texts");
        Look(hashes, "hash of a card", "one_time_codes");
        Look(scene.Cards, "code of a card");
        Look(scene.Spent(postgres: true), "spent ticket", "spent_tickets");
        Look(await place.Db(db => db.OneTimeCodes.Where(c => c.PlaceId == scene.Given.Place.Id).Select(c => c.Blinded!).ToListAsync()), "blinded message", "one_time_codes");
        Look(scene.Tickets, "ticket");
        Look(scene.Texts, "words of a person", "answer_texts");
        Look(scene.Answers.Select(a => a[1..^1]), "answers of a person", "answer_sheets");
        foreach (var (name, bytes) in loot.Files.Where(f => !f.Key.StartsWith("croisee.db", StringComparison.Ordinal)))
            if (scene.Answers.Concat(scene.Texts).Concat(scene.Cards).Any(m => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(m)) >= 0)) told.Add($"a person in {name}");
        return [.. told.Distinct()];
    }

    [Fact]
    public async Task Whoever_holds_everything_names_no_sheet_by_a_card_better_than_chance()
    {
        var scene = await Played();
        var waiting = await Loot.Take(place, place.Log);
        // Until a publication, the order of arrival is there to be found, on either engine: an attacker who did not find it would be no proof of anything.
        Assert.NotEmpty(ByOrder(scene, waiting));
        Assert.Empty(await ByBytes(scene, waiting));
        Assert.Contains("select", waiting.Log, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"/repondre/{scene.Given.Code}/code", waiting.Log, StringComparison.Ordinal);

        await place.Given.TheJobRan(PublishFigures.Job);
        var loot = await Loot.Take(place, place.Log);
        Assert.Equal(Persons, scene.Arrivals(loot.Tables["answer_sheets"], scene.Answers).Distinct().Count());
        Assert.Equal(Persons, scene.Arrivals(loot.Tables["spent_tickets"], scene.Spent(place.Storage.Engine is Engine.Postgres)).Distinct().Count());
        Assert.Empty(ByOrder(scene, loot));
        Assert.Empty(TextsBesideSheets(scene, loot));
        Assert.Empty(await ByBytes(scene, loot));
        // No table grew with each person, but those that hold cards and answers; the jobs have a row each, whoever answers.
        var grew = loot.Tables.Where(t => !t.Key.Contains(' ') && t.Key != "job_runs" && t.Value.Count - scene.RowsBefore.GetValueOrDefault(t.Key) >= Persons / 2).Select(t => t.Key);
        Assert.Equal(["answer_sheets", "answer_texts", "spent_tickets"], grew.Order(StringComparer.Ordinal));

        await Planted(scene);
    }

    /// <summary>The same attacker on the same rows, with one thing kept that should not be: each is found.</summary>
    async Task Planted(Scene scene)
    {
        await place.Db(async db => await db.Write(d => d.Database.ExecuteSqlRaw("create table leak (at integer, what text)")));
        var postgres = place.Storage.Engine is Engine.Postgres;
        for (var i = 0; i < Persons; i++)
        {
            var (at, what) = (i, scene.Answers[i]);
            await place.Db(async db => await db.Write(d => d.Database.ExecuteSql($"insert into leak (at, what) values ({at}, {what})")));
        }
        var rows = await place.Db(db => db.Database.SqlQueryRaw<string>(postgres ? "select what as \"Value\" from leak order by ctid" : "select what as \"Value\" from leak").ToListAsync());
        var loot = await Loot.Take(place, place.Log + "\n" + scene.Tickets[7] + "\n" + scene.Spent(postgres: true)[3]);
        var leaky = new Loot { Tables = new Dictionary<string, List<string>>(loot.Tables) { ["leak"] = rows }, Files = loot.Files, Log = loot.Log };
        Assert.Contains(ByOrder(scene, leaky), s => s.StartsWith("leak:", StringComparison.Ordinal));
        if (!postgres) Assert.Contains(ByOrder(scene, leaky), s => s.StartsWith("croisee.db", StringComparison.Ordinal));
        Assert.Contains("ticket in log", await ByBytes(scene, leaky));
        Assert.Contains("spent ticket in log", await ByBytes(scene, leaky));
        Assert.Contains("answers of a person in leak", await ByBytes(scene, leaky));
    }

    /// <summary>Rows that stand in each page as they came are found, though pages stand in no order: eight in each of five.</summary>
    [Fact]
    public void Rows_in_order_within_their_pages_are_a_finding()
    {
#pragma warning disable CA5394 // A test's draw.
        var pages = new Random(20261127);
        for (var run = 0; run < 200; run++)
        {
            var drawn = Enumerable.Range(0, Persons).GroupBy(_ => pages.Next(5)).SelectMany(page => page.Select(arrival => ((long)page.Key, arrival)));
            Assert.True(Math.Abs(Orders.InPages(drawn)) > Orders.PagesMax);
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void Chance_alone_is_not_called_a_finding()
    {
#pragma warning disable CA5394 // A test's draw.
        var chance = new Random(20261126);
        var called = 0;
        for (var run = 0; run < 2000; run++)
        {
            var found = Enumerable.Range(0, Persons).ToArray();
            chance.Shuffle(found);
            if (Orders.Says("", found) is not null || Math.Abs(Orders.InPages(found.Select((a, i) => ((long)i / 8, a)))) > Orders.PagesMax) called++;
        }
        Assert.InRange(called, 0, 5);
#pragma warning restore CA5394
        Assert.NotNull(Orders.Says("", [.. Enumerable.Range(0, Persons)]));
        Assert.NotNull(Orders.Says("", [.. Enumerable.Range(0, Persons).Reverse()]));
        Assert.True(Orders.InPages(Enumerable.Range(0, Persons).Select(i => ((long)i / 8, i))) > Orders.PagesMax);
    }
}
