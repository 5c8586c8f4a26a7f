using Croisee.Tests.People;
using System.Text;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Jobs;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Mail;

/// <summary>Mail over the wire to a real SMTP server.</summary>
[Trait("kind", "slow")]
public sealed class SmtpTest(SmtpPlace place) : IClassFixture<SmtpPlace>
{
    [Fact]
    public async Task Sends_subject_both_bodies_and_a_stable_id()
    {
        if (place.Missing is { } missing) Assert.Skip(missing);
        var mail = await Send("elodie@example.org", "Créé à l’été : où ? « Là-bas »", "Le goûter a changé d’heure. 😀 <b>pas du gras</b>");
        var message = Assert.Single(await Taken(mail.To));
        Assert.Equal("Créé à l’été : où ? « Là-bas »", Words(Header(message, "Subject")));
        Assert.Equal($"<{mail.Id}@croisee>", Header(message, "Message-ID"));
        Assert.Equal("auto-generated", Header(message, "Auto-Submitted"));
        var bodies = Bodies(message);
        Assert.Contains("Le goûter a changé d’heure. 😀 <b>pas du gras</b>", bodies["text/plain"]);
        Assert.Contains("Le goûter a changé d’heure. 😀 &lt;b&gt;pas du gras&lt;/b&gt;", System.Net.WebUtility.HtmlDecode(bodies["text/html"].Replace("&lt;", "&amp;lt;").Replace("&gt;", "&amp;gt;")));
    }

    [Fact]
    public async Task Tries_again_after_a_refusal_and_sends_exactly_once()
    {
        if (place.Missing is { } missing) Assert.Skip(missing);
        var mail = await Send("refus-une-fois@example.org", "Encore", "Un texte.");
        var refused = await Signing.Until(() => place.Db(db => db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mail.Id && m.LastError != null)));
        Assert.Equal((MailState.Waiting, 1), (refused.State, refused.Tries));
        Assert.Contains("try later", refused.LastError);
        Assert.Empty(place.TakenFor(mail.To));
        place.Clock.Advance(OutgoingMail.WaitAfter(1) + TimeSpan.FromSeconds(1));
        Ring();
        Assert.Single(await Taken(mail.To));
        // Rung again and again, also by several hands at once: nothing leaves twice.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => place.With(async s => { await s.GetRequiredService<Outbox>().Run(default); return 0; })));
        // The server has it before the base knows it: an hour that passed in between would say that whoever sent it had died.
        await Signing.Until(() => place.Db(db => db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mail.Id && m.State == MailState.Sent)));
        place.Clock.Advance(TimeSpan.FromHours(1));
        await place.With(async s => { await s.GetRequiredService<Outbox>().Run(default); return 0; });
        Assert.Single(place.TakenFor(mail.To));
        Assert.Equal(MailState.Sent, await place.Db(db => db.OutgoingMails.Where(m => m.Id == mail.Id).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task Sends_each_of_many_once_when_several_hands_empty_the_outbox()
    {
        if (place.Missing is { } missing) Assert.Skip(missing);
        var names = Enumerable.Range(0, 30).Select(i => $"foule-{i}@example.org").ToList();
        await place.Db(async db =>
        {
            foreach (var name in names) db.Send(name, new Letter("Foule").Say("Un texte."), place.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.With(async s => { await s.GetRequiredService<Outbox>().Run(default); return 0; }))));
        foreach (var name in names) Assert.Single(await Taken(name));
    }

    Task<OutgoingMail> Send(string to, string subject, string text) => place.Db(async db =>
    {
        db.Send(to, new Letter(subject).Say(text), place.Clock.UtcNow());
        await db.SaveChangesAsync();
        Ring();
        return await db.OutgoingMails.AsNoTracking().SingleAsync(m => m.To == to);
    });

    void Ring() => place.App.Services.GetRequiredService<JobBell>().Ring(Croisee.Mail.Room.SendJob);

    Task<IReadOnlyList<string>> Taken(string to) => Signing.Until(() => Task.FromResult(place.TakenFor(to) is { Count: > 0 } found ? found : null));

    static string Header(string message, string name) => Regex.Match(message.Split("\r\n\r\n")[0], $@"^{name}: ([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)", RegexOptions.Multiline).Groups[1].Value;

    /// <summary>RFC 2047 words of a header.</summary>
    static string Words(string header) => Regex.Replace(Regex.Replace(header, @"\?=\s+=\?", "?==?"), @"(?:=\?utf-8\?[BQ]\?[^?]*\?=)+", run =>
    {
        var bytes = Regex.Matches(run.Value, @"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase).SelectMany(w => w.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(w.Groups[2].Value) : Quoted(w.Groups[2].Value.Replace('_', ' ')));
        return Encoding.UTF8.GetString([.. bytes]);
    }, RegexOptions.IgnoreCase);

    static IEnumerable<byte> Quoted(string text)
    {
        text = Regex.Replace(text, @"=\r\n", "");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') { yield return (byte)text[i]; continue; }
            yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
            i += 2;
        }
    }

    /// <summary>The parts of a multipart message, decoded, by type.</summary>
    static Dictionary<string, string> Bodies(string message)
    {
        var boundary = Regex.Match(message, "boundary=\"?([^\"\r\n;]+)").Groups[1].Value;
        return message.Split("--" + boundary).Skip(1).Where(p => p.Contains("Content-Type")).ToDictionary(p => Regex.Match(p, "Content-Type: ([a-z/]+)", RegexOptions.IgnoreCase).Groups[1].Value, p =>
        {
            var (head, body) = (p[..p.IndexOf("\r\n\r\n", StringComparison.Ordinal)], p[(p.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].TrimEnd('\r', '\n'));
            return head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : Encoding.UTF8.GetString([.. Quoted(body)]);
        });
    }
}
