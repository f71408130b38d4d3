/** What we use of the published package, which brings no types. */
declare module 'hospitals-and-residents' {
  interface Numbered {
    no: number
  }
  interface Resident extends Numbered {
    assigned_id: number
  }
  const peer: {
    checkLegality: (hospital: Numbered, resident: Numbered) => boolean
    softCost: (hospital: Numbered, resident: Numbered) => number
    initHospital: (places: number, object: Numbered) => Numbered
    initResident: (size: number, object: Numbered) => Resident
    findMatching: (hospitals: Numbered[], residents: Resident[], done: (error?: unknown) => void) => void
  }
  export default peer
}
