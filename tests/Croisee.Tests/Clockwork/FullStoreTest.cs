using System.Net;
using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Croisee.Tests.Clockwork;

/// <summary>No place left, or no store at all: 503 in words, what was typed kept, nothing said to be stored, and all well again without a restart (F04, F05, F07, F09).</summary>
public sealed class FullStoreTest(Place place) : IClassFixture<Place>
{
    const string Send = "Envoyer";
    const int Most = 15;

    /// <summary>Not one page more may be added, as on a full disk. A new connection of the lane knows nothing of it: the room is back.</summary>
    async Task NoRoomIsLeft()
    {
        await place.Given.TheClockworkStopped();
        await place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw("pragma max_page_count=1")));
    }

    /// <summary>What is free inside the last pages takes the first ones.</summary>
    static async Task<(Page Refused, int Taken)> UntilRefused(Func<int, Task<Page>> send)
    {
        for (var sent = 0; sent < Most; sent++)
            if (await send(sent) is { Status: not HttpStatusCode.Redirect } refused) return (refused, sent);
        throw new Xunit.Sdk.XunitException("There is still room.");
    }

    [Fact]
    public async Task A_word_that_finds_no_room_is_kept_on_the_page_and_nobody_is_thanked()
    {
        if (Place.PostgresServer is not null) return;
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "La fiche du disque plein");
        var forms = new List<Form>();
        for (var i = 0; i < Most; i++) forms.Add((await place.Browser().Open($"/experiences/{given.Reference}/question")).Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", $"Question {i} " + new string('語', 900)));
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        await NoRoomIsLeft();
        var (refused, taken) = await UntilRefused(i => forms[i].Send(follow: false));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("Votre texte est encore là", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.StartsWith($"Question {taken} 語", refused.Form(Send).Value("Votre message"), StringComparison.Ordinal);
        Assert.Equal(taken, await place.Db(db => db.Set<Croisee.Library.ReaderWord>().CountAsync(w => w.SheetId == given.Id)));
        // The room is back: the same page, sent again.
        Assert.Contains("Merci", (await refused.Form(Send).Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal(taken + 1, await place.Db(db => db.Set<Croisee.Library.ReaderWord>().CountAsync(w => w.SheetId == given.Id)));
    }

    [Fact]
    public async Task Answers_that_find_no_room_are_kept_on_the_page()
    {
        if (Place.PostgresServer is not null) return;
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        var forms = new List<Form>();
        for (var i = 0; i < Most; i++) forms.Add((await place.Browser().Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Fill("Que faut-il changer ?", $"Réponse {i} " + new string('語', 900)));
        await NoRoomIsLeft();
        var (refused, taken) = await UntilRefused(i => forms[i].Send(follow: false));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains($"Réponse {taken} 語", refused.Source, StringComparison.Ordinal);
        Assert.Equal("Merci, vos réponses sont arrivées", (await forms[taken].Send()).Heading);
        Assert.Equal(taken + 1, await place.Db(db => db.Set<Croisee.Surveys.AnswerSheet>().CountAsync(s => s.SurveyId == given.Survey.Id)));
    }

    [Fact]
    public async Task The_lane_outlives_a_folder_that_is_gone()
    {
        var folder = Path.Combine(Path.GetTempPath(), "croisee-tests", Guid.CreateVersion7().ToString("N"));
        using var lane = new SqliteWriteLane(new Storage(Engine.Sqlite, "", folder));
        for (var i = 0; i < 3; i++) Assert.True((await Assert.ThrowsAsync<SqliteException>(lane.ForgetOrder)).IsUnavailable());
        Directory.CreateDirectory(folder);
        Assert.True(await lane.ForgetOrder());
        lane.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Knows_a_store_that_is_away_from_a_fault_of_ours()
    {
        foreach (var code in new[] { 5, 8, 10, 13, 14 }) Assert.True(new DbUpdateException("x", new SqliteException("x", code)).IsUnavailable());
        foreach (var state in new[] { "53100", "53300", "57P01", "58030", "25006" }) Assert.True(new PostgresException("x", "ERROR", "ERROR", state).IsUnavailable());
        Assert.True(new InvalidOperationException("x", new NpgsqlException("x", new IOException("lost"))).IsUnavailable());
        Assert.True(new IOException("No space left on device", 28).IsUnavailable());
        Assert.False(new DbUpdateException("x", new SqliteException("x", 19, 2067)).IsUnavailable());
        Assert.False(new PostgresException("x", "ERROR", "ERROR", "23505").IsUnavailable());
        Assert.False(new InvalidOperationException("x").IsUnavailable());
        Assert.False(new IOException("x").IsUnavailable());
    }

    [Fact]
    public async Task What_was_typed_travels_on_when_the_store_is_away_before_there_is_a_page()
    {
        var app = new ApplicationBuilder(place.App.Services);
        app.UseStoreAway();
        app.Run(_ => throw new SqliteException("database is locked", 5));
        var pipeline = app.Build();

        var posted = Request("POST");
        posted.Request.ContentType = "application/x-www-form-urlencoded";
        var body = "__RequestVerificationToken=jeton&Form.Text=Ce%20que%20j%E2%80%99ai%20%C3%A9crit%20%3Cb%3E"u8.ToArray();
        (posted.Request.Body, posted.Request.ContentLength) = (new MemoryStream(body), body.Length);
        await pipeline(posted);
        var kept = Read(posted);
        Assert.Equal((503, "10"), (posted.Response.StatusCode, posted.Response.Headers.RetryAfter.ToString()));
        Assert.Contains("Ce que j’ai écrit <b>", WebUtility.HtmlDecode(kept), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", kept, StringComparison.Ordinal);
        Assert.Contains("value=\"jeton\"", kept, StringComparison.Ordinal);
        Assert.Contains(Croisee.Ui.ErrorNumber.Of(posted), kept, StringComparison.Ordinal);

        var asked = Request("GET");
        await pipeline(asked);
        Assert.Equal(503, asked.Response.StatusCode);
        Assert.Contains("Réessayer", Read(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", Read(asked), StringComparison.Ordinal);
    }

    DefaultHttpContext Request(string method)
    {
        var http = new DefaultHttpContext { RequestServices = place.App.Services };
        (http.Request.Method, http.Request.Path, http.Response.Body) = (method, "/quelque/part", new MemoryStream());
        return http;
    }

    static string Read(DefaultHttpContext http) => System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
}
