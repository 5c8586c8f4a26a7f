using System.Net;
using Croisee.Groups;
using Croisee.Mail;
using Croisee.Tests.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>What members see of the urn: their receipt, the code of the closing in their letters, the file; and, in plain French, that it does not hold.</summary>
public sealed class UrnPagesTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(AGroup group, Seat seat) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == group.Members[seat.Id].Email).OrderBy(n => n.CreatedAt).ToListAsync());

    static string CodeIn(string text) => System.Text.RegularExpressions.Regex.Match(text, "(?:[a-z]{4}-){6}[a-z]{4}").Value;

    /// <summary>Each of four votes, on the pages, then whoever organises closes.</summary>
    async Task<(AGroup Group, string Root, List<string> Receipts)> Voted()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Ballot);
        var root = $"/deliberations/{question.Reference}";
        var receipts = new List<string>();
        foreach (var (seat, vote) in group.People.Concat(group.Professionals).Zip(["Oui", "Non", "Oui", "Oui"]))
        {
            using var browser = await group.Browser(seat);
            var page = await (await browser.Open(root + "/vote")).Form("Voter").Choose(vote).Fill("Mon motif", $"Le motif de {seat.Label}.").Send();
            receipts.Add(CodeIn(page.TextContent));
        }
        using var office = await place.BrowserOf(group.Organiser);
        await (await office.Open(root + "/etape")).Form("Clore le vote").Send();
        return (group, root, receipts);
    }

    [Fact]
    public async Task Gives_a_receipt_on_the_page_and_by_mail_and_the_code_of_the_urn_to_all_who_sit()
    {
        var (group, root, receipts) = await Voted();
        Assert.Equal(4, receipts.Distinct().Count());
        var closings = new HashSet<string>();
        foreach (var (seat, receipt) in group.People.Concat(group.Professionals).Zip(receipts))
        {
            var told = await NoticesTo(group, seat);
            Assert.Equal(receipt, CodeIn(Assert.Single(told, n => n.Line.StartsWith("Votre vote est enregistré, reçu ", StringComparison.Ordinal) && n.Path == root + "/urne").Line));
            closings.Add(CodeIn(Assert.Single(told, n => n.Line.StartsWith("Le résultat est connu, code de l’urne ", StringComparison.Ordinal)).Line));
        }
        using var member = await group.Browser(group.People[0]);
        var page = await member.Open(root + "/urne");
        Assert.Contains("L’urne tient.", page.TextContent, StringComparison.Ordinal);
        foreach (var code in receipts.Append(Assert.Single(closings))) Assert.Contains(code, page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Votre reçu", page.TextContent, StringComparison.Ordinal);
        var result = await member.Open(root + "/resultat");
        Assert.Contains("elle tient. Son code : " + Assert.Single(closings), result.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(receipts[0], CodeIn((await member.Open(root + "/urne")).Document.QuerySelectorAll("dd").Select(Page.Text).First()));

        // The file, as the program beside the product reads it, with every code that left by mail.
        var file = await member.Open(root + "/urne/fichier");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Empty(UrnVerifier.Faults(System.Text.Encoding.UTF8.GetBytes(file.Source), [.. receipts, .. closings]));
    }

    [Fact]
    public async Task Shows_codes_but_no_voice_and_no_file_while_the_vote_is_open()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Ballot);
        var root = $"/deliberations/{question.Reference}";
        using var member = await group.Browser(group.People[0]);
        using var other = await group.Browser(group.Professionals[0]);
        await (await member.Open(root + "/vote")).Form("Voter").Choose("Non").Fill("Mon motif", "Une raison à moi.").Send();
        var page = await other.Open(root + "/urne");
        Assert.Contains("L’urne tient.", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Une raison à moi.", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Votre reçu", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(root + "/urne", (await other.Open(root + "/urne/fichier")).Path);
        Assert.Contains("Votre reçu", (await member.Open(root + "/vote")).TextContent, StringComparison.Ordinal);
        var before = await group.Ask(Step.Discussion);
        Assert.Equal($"/deliberations/{before.Reference}", (await member.Open($"/deliberations/{before.Reference}/urne")).Path);
    }

    /// <summary>Whoever took the defence of the database away, changed a voice, and put the defence back.</summary>
    [Fact]
    public async Task Says_plainly_that_the_urn_does_not_hold_once_a_voice_was_changed_in_the_database()
    {
        var (group, root, receipts) = await Voted();
        await place.Db(db => db.Write(d =>
        {
            var tampering = new Tampering(place.Storage.Engine, Guid.Empty, Guid.Empty, new Random(1));
            foreach (var defence in tampering.Defences.Where(t => t.Contains("ballots_kept", StringComparison.Ordinal))) d.Database.ExecuteSqlRaw(defence.Replace("drop trigger", "drop trigger if exists", StringComparison.Ordinal));
            return d.Database.ExecuteSqlRaw("update ballots set vote = 'No' where vote = 'Yes' and motive = 'Le motif de Membre usager 1.'");
        }));
        using var member = await group.Browser(group.Professionals[0]);
        foreach (var page in new[] { root, root + "/resultat", root + "/urne" })
        {
            var read = await member.Open(page);
            Assert.Equal(HttpStatusCode.OK, read.Status);
            var alert = Page.Text(Assert.Single(read.Document.QuerySelectorAll("[role=alert]")));
            Assert.Contains("L’urne ne tient pas : ce qui est dans la base n’est plus ce qui a été voté.", alert.Replace('\u00A0', ' '), StringComparison.Ordinal);
            Assert.Contains("Un bulletin a été changé, retiré, ajouté ou échangé", alert, StringComparison.Ordinal);
        }
        Assert.Contains("Elle ne tient pas.", (await member.Open(root + "/resultat")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("L’urne tient.", (await member.Open(root + "/urne")).TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(UrnVerifier.Faults(System.Text.Encoding.UTF8.GetBytes((await member.Open(root + "/urne/fichier")).Source), receipts));
    }

    /// <summary>All that the database alone holds of these chains, taken away as whoever holds it would.</summary>
    Task<int> Strip(params Guid[] questions) => place.Db(db => db.Write(d =>
    {
        // Some may be gone already, by another test of this place.
        foreach (var defence in new Tampering(place.Storage.Engine, Guid.Empty, Guid.Empty, new Random(1)).Defences.Where(t => t.StartsWith("drop trigger", StringComparison.Ordinal))) d.Database.ExecuteSqlRaw(defence.Replace("drop trigger", "drop trigger if exists", StringComparison.Ordinal));
        return questions.Sum(id => d.Database.ExecuteSql($"delete from chain_links where deliberation_id = {id}") + d.Database.ExecuteSql($"update deliberations set chained = not chained where id = {id} and chained"));
    }));

    Task<Deliberation> QuestionOf(string root) => place.Db(db => db.Deliberations.Whole().AsNoTracking().SingleAsync(d => d.Reference == Path.GetFileName(root)));

    /// <summary>A vote that was open, or closed, before there were chains: the start that brings them begins the one and marks the other, and no other start does.</summary>
    [Fact]
    public async Task Begins_the_chain_of_an_older_vote_at_the_upgrade_and_says_of_a_closed_one_that_it_has_none()
    {
        var (group, root, _) = await Voted();
        var open = await group.Ask(Step.Ballot);
        using var member = await group.Browser(group.People[0]);
        await (await member.Open($"/deliberations/{open.Reference}/vote")).Form("Voter").Choose("Oui").Send();
        var closed = await QuestionOf(root);
        await Strip(closed.Id, open.Id);
        var step = Assert.Single(place.App.Services.GetServices<Croisee.Data.AfterScript>());
        Assert.Contains(Croisee.Data.Schema.Scripts(place.Storage.Engine), s => s.Name == step.Script);
        await place.With(async s => { await step.Run(s); return true; });
        Assert.Contains("Ce vote s’est clos avant que les urnes aient une chaîne", (await member.Open(root + "/urne")).TextContent, StringComparison.Ordinal);
        Assert.Empty((await member.Open(root + "/resultat")).Document.QuerySelectorAll("[role=alert]"));
        Assert.Contains("L’urne tient.", (await member.Open($"/deliberations/{open.Reference}/urne")).TextContent, StringComparison.Ordinal);
        await (await member.Open($"/deliberations/{open.Reference}/vote")).Form("Voter").Choose("Non").Send();
        Assert.Contains("L’urne tient.", (await member.Open($"/deliberations/{open.Reference}/urne")).TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await group.Read(open)).Links.Count);

        // The mark is of that question and of its end: its result changes no more, and it is good for no other question.
        await place.Db(db => db.Write(d => d.Database.ExecuteSql($"update deliberations set result = 'Rejected' where id = {closed.Id}")));
        Assert.Contains("L’urne ne tient pas", Page.Text(Assert.Single((await member.Open(root + "/resultat")).Document.QuerySelectorAll("[role=alert]"))), StringComparison.Ordinal);
    }

    /// <summary>Whoever has the database alone takes a whole chain away, as if the vote were older than chains: it is told, and no act begins another over what they wrote.</summary>
    [Fact]
    public async Task Says_that_the_urn_does_not_hold_once_its_chain_was_taken_away_and_never_begins_another()
    {
        var (group, root, _) = await Voted();
        var open = await group.Ask(Step.Ballot);
        var path = $"/deliberations/{open.Reference}";
        using var member = await group.Browser(group.People[0]);
        using var other = await group.Browser(group.Professionals[0]);
        await (await member.Open(path + "/vote")).Form("Voter").Choose("Oui").Send();
        var closed = await QuestionOf(root);
        await Strip(closed.Id, open.Id);
        await place.Db(db => db.Write(d => d.Database.ExecuteSql($"update ballots set vote = 'No' where deliberation_id = {closed.Id}") + d.Database.ExecuteSql($"update ballots set vote = 'No' where deliberation_id = {open.Id}")));
        async Task Told(string page) => Assert.Contains("L’urne ne tient pas", Page.Text(Assert.Single((await member.Open(page)).Document.QuerySelectorAll("[role=alert]"))), StringComparison.Ordinal);
        foreach (var page in new[] { root, root + "/resultat", root + "/urne", path, path + "/urne" }) await Told(page);
        Assert.DoesNotContain("avant que les urnes aient une chaîne", (await member.Open(root + "/urne")).TextContent, StringComparison.Ordinal);
        var file = await member.Open(root + "/urne/fichier");
        Assert.Equal(root + "/urne/fichier", file.Path);
        Assert.Contains("L’urne n’a pas de chaîne.", UrnVerifier.Faults(System.Text.Encoding.UTF8.GetBytes(file.Source), []));

        // The same again has no receipt to give; another vote is taken, since nothing is refused because a chain does not hold.
        var same = await (await member.Open(path + "/vote")).Form("Voter").Choose("Non").Send();
        Assert.DoesNotContain("Votre reçu", Page.Text(Assert.Single(same.Document.QuerySelectorAll("[role=status]"))), StringComparison.Ordinal);
        await (await other.Open(path + "/vote")).Form("Voter").Choose("Oui").Send();
        await Told(path + "/urne");
        using var office = await place.BrowserOf(group.Organiser);
        await (await office.Open(path + "/etape")).Form("Clore le vote").Send();
        Assert.Equal(Step.Closed, (await group.Read(open)).Step);
        await Told(path + "/urne");
        // Not even as if the vote had never been opened.
        await place.Db(db => db.Write(d => d.Database.ExecuteSql($"update deliberations set ballot_at = null where id = {closed.Id}")));
        await Told(root + "/urne");
    }
}
