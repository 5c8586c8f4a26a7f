namespace Croisee.Experiences;

/// <summary>How many sit in the group that reads a call, by college; vacant seats are told apart.</summary>
public sealed record CallReaders(int PersonsConcerned, int Professionals, int VacantPersonsConcerned = 0, int VacantProfessionals = 0);

/// <summary>A slot of the call's page: a higher room knows who reads. Null while no group is formed.</summary>
public interface ICallReaders
{
    Task<CallReaders?> Of(Guid callId, CancellationToken cancel);
}
