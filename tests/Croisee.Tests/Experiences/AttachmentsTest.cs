using System.Net;
using Croisee.Experiences;
using Croisee.Files;
using Croisee.People;
using Croisee.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Files join an experience by their content, with their rights and a text for who does not see them.</summary>
public sealed class AttachmentsTest(Place place) : IClassFixture<Place>
{
    static readonly byte[] Png = Pictures.Png();

    static Task<Page> Join(Page page, string name, byte[] content, string type) => page.Form("Joindre ce fichier").Attach("Fichier", name, content, type)
        .Fill("Ce qu’il montre", "La table du dîner").Fill("Qui l’a fait", "Photo de l’équipe, accord écrit").Send();

    async Task<(GivenDraft Draft, Page Page)> ADraftsFiles()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        return (draft, await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/pieces"));
    }

    public static TheoryData<string, string, FileKind> Kinds => new()
    {
        { "photo.jpg", "image/jpeg", FileKind.Jpeg }, { "photo.png", "image/png", FileKind.Png }, { "photo.webp", "image/webp", FileKind.Webp }, { "dessin.gif", "image/gif", FileKind.Gif },
        { "compte-rendu.pdf", "application/pdf", FileKind.Pdf }, { "texte.docx", "application/octet-stream", FileKind.Docx }, { "texte.odt", "application/octet-stream", FileKind.Odt },
        { "notes.txt", "text/plain", FileKind.Text }, { "son.mp3", "audio/mpeg", FileKind.Mp3 }, { "son.m4a", "audio/mp4", FileKind.M4a }, { "son.ogg", "audio/ogg", FileKind.Ogg },
    };

    static byte[] Content(FileKind kind) => kind switch
    {
        FileKind.Jpeg => Pictures.TalkativeJpeg(), FileKind.Png => Pictures.TalkativePng(), FileKind.Webp => Pictures.TalkativeWebp(), FileKind.Gif => Pictures.TalkativeGif(),
        FileKind.Pdf => Documents.Pdf(), FileKind.Docx => Documents.Docx(), FileKind.Odt => Documents.Odt(), FileKind.Mp3 => Sounds.Mp3(), FileKind.M4a => Sounds.M4a(), FileKind.Ogg => Sounds.Ogg(),
        _ => "Compte rendu de la réunion."u8.ToArray(),
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task Joins_and_hands_over_each_kind(string name, string type, FileKind kind)
    {
        var (draft, page) = await ADraftsFiles();
        var joined = await Join(page, name, Content(kind), type);
        Assert.Contains("Le fichier est joint.", joined.TextContent);
        using var answer = await draft.Browser.Send(new HttpRequestMessage(HttpMethod.Get, joined.Link(name).GetAttribute("href")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain(Documents.Author, System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Takes_so_many_files_from_one_network_and_says_to_wait()
    {
        await using var own = new FewFiles();
        await own.InitializeAsync();
        var draft = await own.Given.ADraft(await own.Given.AnOpenCall());
        var page = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/pieces");
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i <= FewFiles.Most; i++) codes.Add((await Join(page, $"note{i}.txt", System.Text.Encoding.UTF8.GetBytes($"Note {i}."), "text/plain")).Status);
        Assert.Equal(FewFiles.Most, codes.Count(c => c is HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.Equal(FewFiles.Most, await own.Db(db => db.StoredFiles.CountAsync()));
    }

    sealed class FewFiles : Place
    {
        public const int Most = 2;
        protected override void Tweak(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.Configuration[Limits.FilesSetting] = $"{Most}";
    }

    [Fact]
    public async Task Refuses_a_file_that_lies_about_its_type_beside_the_field_and_keeps_what_was_typed()
    {
        var (draft, page) = await ADraftsFiles();
        var refused = await Join(page, "photo.jpg", [0x4D, 0x5A, .. new byte[600]], "image/jpeg");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Ce fichier est un programme. Les programmes ne sont pas acceptés."], refused.Errors);
        Assert.Contains("un programme", Page.Text(refused.Document.QuerySelector("#Form_File-erreur")));
        Assert.Equal("La table du dîner", refused.Form("Joindre ce fichier").Value("Ce qu’il montre")!.Trim());
        Assert.Equal(0, await FilesOf(draft));
    }

    [Fact]
    public async Task Asks_for_the_rights_and_for_the_text_that_stands_for_the_picture()
    {
        var (draft, page) = await ADraftsFiles();
        var refused = await page.Form("Joindre ce fichier").Attach("Fichier", "photo.png", Png, "image/png").Send();
        Assert.Equivalent(new[] { "Dites en quelques mots ce qu’il montre ou ce qu’il dit.", "Dites qui l’a fait, et qui est d’accord pour le montrer." }, refused.Errors, strict: true);
        Assert.Equal(0, await FilesOf(draft));
    }

    [Fact]
    public async Task Joins_once_what_is_sent_twice_and_removes_it_for_good()
    {
        var (draft, page) = await ADraftsFiles();
        await Join(page, "photo.png", Png, "image/png");
        var twice = await Join(page, "photo.png", Png, "image/png");
        Assert.Equal(1, await FilesOf(draft));
        var address = twice.Link("photo.png").GetAttribute("href")!;
        var removed = await (await twice.Follow("Retirer photo.png")).Form("Retirer le fichier").Send();
        Assert.Contains("Le fichier est retiré.", removed.TextContent);
        Assert.Equal(0, await FilesOf(draft));
        Assert.Equal(HttpStatusCode.NotFound, (await draft.Browser.Open(address)).Status);
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Equal(0, await place.Db(db => db.StoredFiles.CountAsync(f => f.Id == id)));
    }

    [Fact]
    public async Task Shows_a_file_to_its_authors_then_to_the_team_then_to_everyone()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var draft = await place.Given.ADraft(call);
        var joined = await Join(await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/pieces"), "affiche.png", Png, "image/png");
        var address = joined.Link("affiche.png").GetAttribute("href")!;
        using var anyone = place.Browser();
        using var team = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        using var others = await place.Given.APerson("Ailleurs", Role.Organiser, await place.Given.AnOrganisation());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Status(draft.Browser), await Status(team), await Status(anyone)));

        var sent = await place.Given.AnExperienceToApprove(call);
        using var author = await place.Given.AnAuthorOf(sent);
        joined = await Join(await author.Open($"/deposer/fiche/{sent.Reference}/pieces"), "affiche.png", Png, "image/png");
        address = joined.Link("affiche.png").GetAttribute("href")!;
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Status(team), await Status(others), await Status(anyone)));
        await place.Given.ItWasPublished(sent);
        Assert.Equal(HttpStatusCode.OK, await Status(anyone));

        async Task<HttpStatusCode> Status(Browser browser)
        {
            using var answer = await browser.Send(new HttpRequestMessage(HttpMethod.Get, address));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_daily_sweep_leaves_a_file_whose_row_is_about_to_be_saved()
    {
        var store = (FileStore)place.App.Services.GetService(typeof(FileStore))!;
        var intake = await store.Take(new MemoryStream(Pictures.Png(3, 3)), "neuve.png", 0, CancellationToken.None);
        await place.Given.TheJobRan("balayer les fichiers sans fiche");
        await using var content = store.Open(intake.File!);
        Assert.True(content.Length > 0);
    }

    Task<int> FilesOf(GivenDraft draft) => place.Db(db =>
    {
        var experiences = db.Experiences;
        return db.Attachments.CountAsync(a => experiences.Any(e => e.Id == a.ExperienceId && e.Reference == draft.Reference));
    });
}
