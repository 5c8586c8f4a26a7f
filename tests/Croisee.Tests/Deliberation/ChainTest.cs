using System.Security.Cryptography;
using System.Text;
using Croisee.Data;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>The chain of a vote, from its opening to its erasure: it holds after each act, and its prints are made as verify/README.md says.</summary>
[Trait("kind", "pure")]
public sealed class ChainTest
{
    readonly TestPanel panel = new(2);

    static void Holds(Deliberation question, params LinkKind[] kinds)
    {
        Assert.Empty(ChainCheck.Faults(question));
        Assert.Equal(kinds, question.Links.Select(l => l.Kind));
    }

    [Fact]
    public void Begins_with_the_vote_and_takes_a_link_for_each_thing_that_moves_its_urn()
    {
        var question = panel.Ask();
        panel.Discuss(question);
        Assert.Equal((false, 0), (question.Chained, question.Links.Count));
        question.OpenBallot(TestPanel.Day.AddDays(9).EndOfParisDay(), panel.Now);
        Holds(question, LinkKind.Terms);
        question.Cast(panel.People[0].Id, Vote.Yes, "Convaincu.", panel.Now);
        question.Cast(panel.People[0].Id, Vote.Yes, "Convaincu.", panel.Now);
        question.Cast(panel.People[0].Id, Vote.No, null, panel.Now);
        Holds(question, LinkKind.Terms, LinkKind.Ballot, LinkKind.Ballot);
        var recusal = question.Panel.Recuse(panel.People[1].Id, "J’y travaille.", panel.Organiser, panel.Now);
        question.Panel.DrawAside(recusal, panel.Now);
        question.MoveEnd(TestPanel.Day.AddDays(2), "Tout le monde est prêt.", panel.Now);
        Holds(question, LinkKind.Terms, LinkKind.Ballot, LinkKind.Ballot, LinkKind.Terms, LinkKind.Terms, LinkKind.Terms);
        question.Close(TestPanel.Day.AddDays(2).EndOfParisDay());
        Assert.Equal([LinkKind.Tally, LinkKind.Closing], question.Links.Skip(6).Select(l => l.Kind));
        Assert.Empty(ChainCheck.Faults(question));
        Assert.Equal(question.Links[^1].Code, question.ClosingCode);
    }

    [Fact]
    public void Goes_on_with_the_reason_and_the_erasure_and_still_holds_when_voices_are_gone()
    {
        var question = new Deliberation(panel.Group, "Retenir ?", new("experience", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, TestPanel.Day, panel.Now, asksReason: true);
        panel.Discuss(question);
        question.OpenBallot(null, panel.Now);
        foreach (var seat in panel.People.Concat(panel.Professionals)) question.Cast(seat.Id, Vote.Yes, null, panel.Now);
        question.Close(panel.Now);
        question.GiveReason("Le groupe y voit un vrai pouvoir.");
        // Words of the reason are corrected, before the erasure and after it, since it stays.
        Assert.True(question.CorrectReason(" Le groupe voit un vrai pouvoir. "));
        Assert.False(question.CorrectReason("Le groupe voit un vrai pouvoir."));
        Assert.Empty(ChainCheck.Faults(question));
        question.Erase(panel.Now.AddDays(90));
        question.Erase(panel.Now.AddDays(91));
        question.ForgetVoices();
        question.CorrectReason("Le groupe voit un pouvoir.");
        Assert.Equal("Le groupe voit un pouvoir.", question.Reason);
        Holds(question, LinkKind.Terms, LinkKind.Ballot, LinkKind.Ballot, LinkKind.Ballot, LinkKind.Ballot, LinkKind.Tally, LinkKind.Closing, LinkKind.Reason, LinkKind.Reason, LinkKind.Erasure, LinkKind.Reason);
        Assert.Empty(UrnVerifier.Faults(UrnFile.Of(question, Reading(question)), [question.ClosingCode!]));
    }

    [Fact]
    public void Holds_for_a_question_that_ends_without_a_count()
    {
        foreach (var end in new Action<Deliberation>[] { q => q.Drop("Rien n’avance.", panel.Now), q => q.Withdraw(panel.Now), q => q.Lapse(panel.Now) })
        {
            var question = panel.Vote();
            question.Cast(panel.People[0].Id, Vote.Yes, null, panel.Now);
            end(question);
            Holds(question, LinkKind.Terms, LinkKind.Ballot, LinkKind.Tally, LinkKind.Closing);
            Assert.Empty(UrnVerifier.Faults(UrnFile.Of(question, Reading(question)), [question.ClosingCode!]));
            var never = panel.Ask();
            end(never);
            Assert.Empty(never.Links);
        }
    }

    [Fact]
    public void Gives_each_ballot_its_own_receipt_and_the_same_to_the_same_ballot_sent_again()
    {
        var question = panel.Vote();
        string? Cast(int seat, Vote vote)
        {
            question.Cast(panel.People[seat].Id, vote, null, panel.Now);
            return question.ReceiptOf(panel.People[seat].Id);
        }
        string?[] receipts = [Cast(0, Vote.Yes), Cast(0, Vote.Yes), Cast(1, Vote.Yes), Cast(0, Vote.No)];
        Assert.Equal(receipts[0], receipts[1]);
        Assert.Equal(3, receipts.Distinct().Count());
        Assert.All(receipts, r => Assert.NotNull(Croisee.People.SpokenCode.Read(r)));
        Assert.Null(question.ReceiptOf(panel.Professionals[0].Id));
    }

    /// <summary>The print, made here from nothing but the words of verify/README.md: another way of making it would need another name of the format.</summary>
    [Fact]
    public void Makes_prints_as_the_page_about_the_file_says()
    {
        var question = panel.Vote();
        question.Cast(panel.People[0].Id, Vote.No, "Trop tôt, à mon avis.", panel.Now);
        var (first, second) = (question.Links[0], question.Links[1]);
        Assert.Equal(Sha($"14:croisee-urne-1,8:{question.Reference},-,1:1,10:conditions,{Encoding.UTF8.GetByteCount(first.Content)}:{first.Content},"), first.Print);
        Assert.Equal(Sha($"14:croisee-urne-1,8:{question.Reference},64:{first.Print},1:2,8:bulletin,64:{second.Content},"), second.Print);
        var ballot = question.Ballots[0];
        Assert.Equal(Sha($"8:bulletin,32:{ballot.Salt},32:{ballot.Id:N},32:{question.Id:N},32:{panel.People[0].Id:N},2:No,{Encoding.UTF8.GetByteCount(ballot.Motive!)}:{ballot.Motive},27:2027-03-01T09:00:00.000000Z,"), second.Content);
    }

    /// <summary>The verifier learns from the letter alone: every code that was ever received is in the chain, for a hundred polls of every kind.</summary>
    [Fact]
    public void Is_found_true_by_the_verifier_on_honest_polls()
    {
        var closed = 0;
        for (var i = 0; closed < 100; i++)
        {
            var story = new Story(new Random(7000 + i));
            if (story.Deliberation.Step != Step.Closed) continue;
            closed++;
            Assert.Empty(ChainCheck.Faults(story.Deliberation));
            Assert.Empty(UrnVerifier.Faults(UrnFile.Of(story.Deliberation, Reading(story.Deliberation)), story.Codes));
        }
    }

    /// <summary>Whoever runs the instance has its keys too, and can make another urn that holds together: only what left the database says so.</summary>
    [Fact]
    public void Is_betrayed_by_letters_when_a_whole_chain_is_made_anew()
    {
        var voted = new[] { Vote.Yes, Vote.Yes, Vote.Yes, Vote.No };
        var (honest, codes) = Voted(voted);
        Assert.Empty(UrnVerifier.Faults(UrnFile.Of(honest, Reading(honest)), codes));
        voted[2] = Vote.No;
        var (forged, _) = Voted(voted);
        Assert.Empty(UrnVerifier.Faults(UrnFile.Of(forged, Reading(forged)), []));
        foreach (var code in codes) Assert.Contains("n’est pas dans la chaîne", Assert.Single(UrnVerifier.Faults(UrnFile.Of(forged, Reading(forged)), [code])), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_read_by_the_verifier_as_a_program_with_its_exit_code()
    {
        var (question, codes) = Voted(Vote.Yes, Vote.Yes, Vote.Yes, Vote.Yes);
        var path = Path.Combine(Path.GetTempPath(), $"croisee-urne-{Guid.CreateVersion7():N}.json");
        File.WriteAllBytes(path, UrnFile.Of(question, Reading(question)));
        Assert.Equal(0, UrnVerifier.Run([path, .. codes]));
        Assert.Equal(1, UrnVerifier.Run([path, Croisee.People.SpokenCode.New()]));
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"Yes\"", "\"No\"", StringComparison.Ordinal));
        Assert.Equal(1, UrnVerifier.Run([path]));
        File.WriteAllText(path, "{}");
        Assert.Equal(1, UrnVerifier.Run([path]));
        File.Delete(path);
        Assert.Equal(2, UrnVerifier.Run([path]));
    }

    /// <summary>Whoever made the file chose all that is in it: whatever stands there, the verifier says that it does not hold, and breaks on nothing.</summary>
    [Fact]
    public void Is_read_by_the_verifier_without_breaking_on_a_hostile_file()
    {
        var (question, codes) = Voted(Vote.Yes, Vote.Yes, Vote.Yes, Vote.Yes);
        var honest = Encoding.UTF8.GetString(UrnFile.Of(question, Reading(question)));
        var path = Path.Combine(Path.GetTempPath(), $"croisee-urne-{Guid.CreateVersion7():N}.json");
        int Run(string text)
        {
            File.WriteAllText(path, text);
            return UrnVerifier.Run([path, .. codes]);
        }
        try
        {
            Assert.Equal(0, Run(honest));
            string[] hostile =
            [
                "", "null", "[]", "[[[[", "{}", new string('[', 5000), honest[..(honest.Length / 2)],
                honest.Replace(question.Links[1].Print, "ab", StringComparison.Ordinal), honest.Replace(question.Links[1].Print, new string('z', 64), StringComparison.Ordinal), Resealed(question, terms => terms.Replace(" Sitting", "", StringComparison.Ordinal)),
                Resealed(question, terms => terms.Replace("siege=2 ", "siege=1 ", StringComparison.Ordinal)), Resealed(question, terms => terms.Replace("quorum-valeur=0", "quorum-valeur=99999999999", StringComparison.Ordinal)), Resealed(question, _ => ""),
                honest.Replace("\"bulletin\"", "null", StringComparison.Ordinal), honest.Replace("\"emargement\": [", "\"emargement\": [\"un\", ", StringComparison.Ordinal), honest.Replace("\"voix\": [", "\"voix\": [null, ", StringComparison.Ordinal), honest.Replace("\"relu\": {", "\"relu\": [{", StringComparison.Ordinal),
            ];
            Assert.All(hostile, text => Assert.Equal(1, Run(text)));
            // And a thousand honest files with a few bytes gone or changed.
            var random = new Random(11);
            for (var i = 0; i < 1000; i++)
            {
                var bytes = Encoding.UTF8.GetBytes(honest);
                for (var n = random.Next(1, 4); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
                Assert.NotNull(UrnVerifier.Faults(bytes, codes));
            }
        }
        finally { File.Delete(path); }
        Assert.Equal(2, UrnVerifier.Run([Path.GetTempPath()]));
    }

    /// <summary>A file whose prints fit one another over other terms, as anybody can make without the keys.</summary>
    static string Resealed(Deliberation question, Func<string, string> terms)
    {
        var (json, before) = (System.Text.Json.Nodes.JsonNode.Parse(UrnFile.Of(question, Reading(question)))!, (string?)null);
        foreach (var link in json["chaine"]!.AsArray())
        {
            var (kind, content) = ((string)link!["sorte"]!, (string)link["contenu"]!);
            if (kind == "conditions") json["relu"]!["conditions"] = content = terms(content);
            string Field(string? text) => text is null ? "-," : $"{Encoding.UTF8.GetByteCount(text)}:{text},";
            link["contenu"] = content;
            link["empreinte"] = before = Sha(Field("croisee-urne-1") + Field(question.Reference) + Field(before) + Field(link["numero"]!.ToString()) + Field(kind) + Field(content));
        }
        return json.ToJsonString();
    }

    (Deliberation Question, List<string> Codes) Voted(params Vote[] votes)
    {
        var question = panel.Vote();
        var codes = new List<string>();
        foreach (var (seat, vote) in panel.People.Concat(panel.Professionals).Zip(votes))
        {
            question.Cast(seat.Id, vote, null, panel.Now);
            codes.Add(question.ReceiptOf(seat.Id)!);
        }
        question.Close(panel.Now);
        return (question, [.. codes, question.ClosingCode!]);
    }

    /// <summary>As if every link bore its seal: there is no instance here.</summary>
    internal static ReadUrn.Reading Reading(Deliberation question) => new(true, question.Links.Count, []);

    static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
